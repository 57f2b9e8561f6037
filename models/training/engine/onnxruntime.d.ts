/** The package carries no types of its own in this version; it exports what onnxruntime-common declares. */
declare module 'onnxruntime-node' {
  export * from 'onnxruntime-common';
}
