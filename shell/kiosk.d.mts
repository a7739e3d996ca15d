/** The program, as Emscripten wraps it: js-bridge/bridge.js tells what host must hold. */
declare const start: (options: {
  host: object,
  onAbort: (reason: unknown) => void,
  instantiateWasm: (imports: any, received: (instance: WebAssembly.Instance, module: WebAssembly.Module) => void) => object,
}) => Promise<unknown>;
export default start;
