// The renderer's GL half: owns every piece of GL state, reads none of it back, and draws with one program. The fragment shader
// follows src/ui/shape_code.h line by line. WebGL2, else WebGL1; after a lost context everything is built again.
mergeInto(LibraryManager.library, {
  $kioskGl__deps: ['$kioskEnter', '$kioskCounters', 'kiosk_gl_restored', '$kioskShaders', '$kioskType'],
  $kioskGl: {
    gl: null,
    canvas: null,
    lost: false,
    losses: 0,
    textures: [],   // By id: { texture, width, height }; 0 is never one.
    density: 1,
    uniform: null,
    bound: 0,

    open: function (canvas) {
      kioskGl.canvas = canvas;
      var options = { 'alpha': false, 'antialias': false, 'depth': false, 'stencil': false };
      // Old iOS loses WebGL2 contexts far more often (maplibre-gl-js #3241), so a page that keeps losing them steps down.
      var kinds = kioskGl.losses < 2 ? ['webgl2', 'webgl'] : ['webgl'];
      for (var kind of kinds) {
        kioskGl.gl = canvas.getContext(kind, options);
        if (kioskGl.gl) break;
      }
      if (!kioskGl.gl) return 0;
      canvas.addEventListener('webglcontextlost', kioskGl.onLost);
      canvas.addEventListener('webglcontextrestored', kioskGl.onRestored);
      kioskGl.build();
      return 1;
    },

    onLost: function (event) {
      event.preventDefault();
      kioskGl.lost = true;
      kioskGl.losses++;
      kioskGl.textures = [];
      kioskGl.awaitRestore();
    },
    // A context that does not come back while somebody is looking gets a fresh canvas.
    awaitRestore: function () {
      setTimeout(() => {
        if (!kioskGl.lost) return;
        if (document.hidden) document.addEventListener('visibilitychange', kioskGl.awaitRestore, { 'once': true });
        else kioskGl.replaceCanvas();
      }, 3000);
    },
    replaceCanvas: function () {
      var old = kioskGl.canvas;
      var canvas = old.cloneNode();
      old.replaceWith(canvas);
      Module['host']['canvas'] = canvas;
      if (kioskGl.open(canvas)) kioskGl.onRestored();
      else location.reload();
    },
    onRestored: function () {
      if (kioskGl.gl.isContextLost()) return;
      kioskGl.lost = false;
      kioskGl.build();
      kioskEnter(_kiosk_gl_restored);
    },

    build: function () {
      var gl = kioskGl.gl;
      var program = gl.createProgram();
      var attach = (type, source) => {
        var shader = gl.createShader(type);
        gl.shaderSource(shader, source);
        gl.compileShader(shader);
        gl.attachShader(program, shader);
      };
      attach(gl.VERTEX_SHADER, kioskShaders.vertex);
      attach(gl.FRAGMENT_SHADER, kioskShaders.fragment);
      ['p', 't', 'c'].forEach((name, index) => gl.bindAttribLocation(program, index, name));
      gl.linkProgram(program);
      gl.useProgram(program);
      kioskGl.uniform = gl.getUniformLocation(program, 'u');
      gl.bindBuffer(gl.ARRAY_BUFFER, gl.createBuffer());
      gl.bindBuffer(gl.ELEMENT_ARRAY_BUFFER, gl.createBuffer());
      for (var index = 0; index < 3; index++) gl.enableVertexAttribArray(index);
      gl.enable(gl.BLEND);
      gl.blendFunc(gl.ONE, gl.ONE_MINUS_SRC_ALPHA);
      gl.enable(gl.SCISSOR_TEST);
      kioskGl.bound = 0;
    },

    // Makes the id's texture the bound one, creating it on first use.
    bind: function (id) {
      var gl = kioskGl.gl;
      var entry = kioskGl.textures[id];
      if (!entry) {
        entry = kioskGl.textures[id] = gl.createTexture();
        kioskGl.bound = id;
        gl.bindTexture(gl.TEXTURE_2D, entry);
        gl.texParameteri(gl.TEXTURE_2D, gl.TEXTURE_MIN_FILTER, gl.LINEAR);
        gl.texParameteri(gl.TEXTURE_2D, gl.TEXTURE_WRAP_S, gl.CLAMP_TO_EDGE);
        gl.texParameteri(gl.TEXTURE_2D, gl.TEXTURE_WRAP_T, gl.CLAMP_TO_EDGE);
      } else if (kioskGl.bound !== id) {
        kioskGl.bound = id;
        gl.bindTexture(gl.TEXTURE_2D, entry);
      }
    },
    drop: function (id) {
      if (kioskGl.textures[id]) kioskGl.gl.deleteTexture(kioskGl.textures[id]);
      kioskGl.textures[id] = null;
      if (kioskGl.bound === id) kioskGl.bound = 0;
    },
    // vertices: which vertex the draw's indices count from.
    point: function (vertices) {
      var gl = kioskGl.gl;
      var at = vertices * 20;
      gl.vertexAttribPointer(0, 2, gl.FLOAT, false, 20, at);
      gl.vertexAttribPointer(1, 2, gl.FLOAT, false, 20, at + 8);
      gl.vertexAttribPointer(2, 4, gl.UNSIGNED_BYTE, true, 20, at + 16);
    },
  },

  kiosk_gl_open__deps: ['$kioskGl'],
  kiosk_gl_open__sig: 'i',
  kiosk_gl_open: () => kioskGl.open(Module['host']['canvas']),

  // Pixels are RGBA, straight alpha, rows packed; premultiplied on the way, so that filtering never bleeds.
  // The first rectangle of an id makes the texture: it must be the whole.
  kiosk_gl_upload__deps: ['$kioskGl'],
  kiosk_gl_upload__sig: 'vipiiii',
  kiosk_gl_upload: function (id, ptr, x, y, width, height) {
    if (kioskGl.lost) return;
    var gl = kioskGl.gl;
    var pixels = HEAPU8.subarray(ptr, ptr + width * height * 4);
    var fresh = !kioskGl.textures[id];
    kioskGl.bind(id);
    gl.pixelStorei(gl.UNPACK_PREMULTIPLY_ALPHA_WEBGL, true);
    if (fresh) gl.texImage2D(gl.TEXTURE_2D, 0, gl.RGBA, width, height, 0, gl.RGBA, gl.UNSIGNED_BYTE, pixels);
    else if (!kioskType.blocked) gl.texSubImage2D(gl.TEXTURE_2D, 0, x, y, width, height, gl.RGBA, gl.UNSIGNED_BYTE, pixels);
    if (kioskType.blocked) {
      kioskType.eachNamed(pixels, width, (canvas, left, top) =>
        gl.texSubImage2D(gl.TEXTURE_2D, 0, x + left, y + top, gl.RGBA, gl.UNSIGNED_BYTE, canvas));
    }
    kioskCounters['uploads']++;
  },

  kiosk_gl_drop__deps: ['$kioskGl'],
  kiosk_gl_drop__sig: 'vi',
  kiosk_gl_drop: (id) => kioskGl.drop(id),

  // 0: the context is lost, draw nothing.
  kiosk_gl_begin__deps: ['$kioskGl'],
  kiosk_gl_begin__sig: 'iffffff',
  kiosk_gl_begin: function (width, height, density, red, green, blue) {
    if (kioskGl.lost) return 0;
    var gl = kioskGl.gl;
    var canvas = kioskGl.canvas;
    kioskGl.density = density;
    gl.viewport(0, 0, canvas.width, canvas.height);
    gl.scissor(0, 0, canvas.width, canvas.height);
    gl.clearColor(red, green, blue, 1);
    gl.clear(gl.COLOR_BUFFER_BIT);
    gl.uniform3f(kioskGl.uniform, 2 / width, -2 / height, density);
    kioskCounters['frames']++;
    return 1;
  },

  // commands: count times 8 ints as in web::DrawCommand: scissor x, y (from the bottom), width, height; texture; first index,
  // number of indices, first vertex.
  kiosk_gl_draw__deps: ['$kioskGl'],
  kiosk_gl_draw__sig: 'vpipipi',
  kiosk_gl_draw: function (vertices, vertexBytes, indices, indexBytes, commands, count) {
    var gl = kioskGl.gl;
    gl.bufferData(gl.ARRAY_BUFFER, HEAPU8.subarray(vertices, vertices + vertexBytes), gl.STREAM_DRAW);
    gl.bufferData(gl.ELEMENT_ARRAY_BUFFER, HEAPU8.subarray(indices, indices + indexBytes), gl.STREAM_DRAW);
    var pointed = -1;
    for (var at = commands >> 2, end = at + count * 8; at < end; at += 8) {
      if (HEAP32[at + 7] !== pointed) kioskGl.point((pointed = HEAP32[at + 7]));
      gl.scissor(HEAP32[at], HEAP32[at + 1], HEAP32[at + 2], HEAP32[at + 3]);
      kioskGl.bind(HEAP32[at + 4]);
      gl.drawElements(gl.TRIANGLES, HEAP32[at + 6], gl.UNSIGNED_SHORT, HEAP32[at + 5] * 2);
    }
    kioskCounters['draws'] += count;
  },
});
