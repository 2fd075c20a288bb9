declare module 'gltf-validator' {
  interface Report {
    issues: { numErrors: number; messages: readonly { code: string; severity: number }[] }
  }
  export function validateBytes(
    bytes: Uint8Array,
    options: { maxIssues: number; externalResourceFunction: (uri: string) => Promise<Uint8Array> }
  ): Promise<Report>
}

declare module 'draco3dgltf' {
  const draco: { createDecoderModule: () => Promise<unknown>; createEncoderModule: () => Promise<unknown> }
  export default draco
}
