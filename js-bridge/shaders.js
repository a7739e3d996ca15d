// The one program. v: local coordinates of a shape in CSS pixels, or texture coordinates. s: half width, half height, radius,
// parameter of a shape. k: its kind, or -1 for a textured triangle. u: 2/width, -2/height, device pixels per CSS pixel.
mergeInto(LibraryManager.library, {
  $kioskShaders: {
    vertex: `
precision highp float;
attribute vec2 p, t;
attribute vec4 c;
uniform vec3 u;
varying vec4 f, s;
varying vec2 v;
varying float k;
void main() {
  gl_Position = vec4(p * u.xy + vec2(-1, 1), 0, 1);
  f = vec4(c.rgb * c.a, c.a);
  v = t;
  s = vec4(0);
  k = -1.;
  vec2 a = abs(t);
  if (a.x > 1.5) {
    vec2 page = floor(a / 32768.);
    k = floor(page.y / 128.);
    float parameter = (page.y - k * 128.) / 4.;
    float padding = k == 2. ? parameter + 1. : 1.;
    s = vec4((a - page * 32768.) / u.z / 4., page.x / 4., parameter);
    v = sign(t) * (s.xy + padding);
  }
}`,
    fragment: `
precision highp float;
uniform sampler2D i;
uniform vec3 u;
varying vec4 f, s;
varying vec2 v;
varying float k;
void main() {
  if (k < -.5) {
    gl_FragColor = texture2D(i, v) * f;
    return;
  }
  float r = min(s.z, min(s.x, s.y));
  vec2 q = abs(v) - s.xy + r;
  float d = min(max(q.x, q.y), 0.) + length(max(q, 0.)) - r;
  float a = clamp(.5 - d * u.z, 0., 1.);
  vec4 colour = f;
  if (k > 2.5) {
    colour *= texture2D(i, v / s.xy * .5 + .5);
  } else if (k > 1.5) {
    float w = max(s.w, .5);
    a = 1. - smoothstep(-w, w, d);
  } else if (k > .5) {
    a -= clamp(.5 - (d + s.w) * u.z, 0., 1.);
  }
  gl_FragColor = colour * a;
}`,
  },
});
