import { validateBytes } from 'gltf-validator'
import { HttpError } from '../../http/errors.ts'
import { sniff } from '../magic.ts'
import { inspectPicture } from '../picture.ts'
import { readGlb, type Glb } from './glb.ts'
import { UNDERSTOOD } from './model-extensions.ts'
import {
  badTexture,
  brokenModel,
  notAModel,
  outsideReference,
  scripted,
  textureTooLarge,
  tooManyPixels,
  tooManyTextures,
  unknownExtension
} from './model-problems.ts'
import { checkSize } from './model-size.ts'

const MOST_TEXTURE_PX = 4096
/** All of them are turned into WebP at once, while one of two turns is held. */
const MOST_MEGAPIXELS = 100
const MOST_TEXTURES = 200
/** glTF itself needs about ten. */
const DEEPEST = 100

const SCRIPTS = /javascript:|<script|<iframe|\bon(load|error)\s*=/i
/** Behaviour in a graph of its own, or as code. */
const BEHAVIOUR = /interactivity|script|behaviou?r|_event_|node_graph/i

/** Every text of the file with the name under which it stands. Throws HttpError 422 for what is nested without end. */
function* textsOf(whole: unknown): Generator<{ name: string; text: string }> {
  const open = [{ value: whole, name: '', depth: 0 }]
  for (let one = open.pop(); one; one = open.pop()) {
    const { value, name, depth } = one
    if (typeof value === 'string') yield { name, text: value }
    if (typeof value !== 'object' || value === null) continue
    if (depth > DEEPEST) throw brokenModel('nesting')
    for (const [key, inner] of Object.entries(value)) {
      yield { name: '', text: key }
      open.push({ value: inner, name: Array.isArray(value) ? name : key, depth: depth + 1 })
    }
  }
}

function checkTexts({ json }: Glb) {
  for (const { name, text } of textsOf(json)) {
    if (SCRIPTS.test(text)) throw scripted(text)
    if (name === 'uri' && !/^data:/i.test(text)) throw outsideReference(text)
  }
}

function checkExtensions({ json: { extensionsUsed, extensionsRequired } }: Glb) {
  const behaviour = [...extensionsUsed, ...extensionsRequired].find((name) => BEHAVIOUR.test(name))
  if (behaviour !== undefined) throw scripted(behaviour)
  const unknown = extensionsRequired.find((name) => !UNDERSTOOD.has(name))
  if (unknown !== undefined) throw unknownExtension(unknown)
}

function textureBytes({ json, binary }: Glb, { uri, bufferView }: Glb['json']['images'][number]) {
  if (uri !== undefined) return Buffer.from(uri.slice(uri.indexOf(',') + 1), 'base64')
  const view = bufferView === undefined ? undefined : json.bufferViews[bufferView]
  if (!view) throw badTexture()
  return binary.subarray(view.byteOffset, view.byteOffset + view.byteLength)
}

async function checkTextures(glb: Glb) {
  if (glb.json.images.length > MOST_TEXTURES) throw tooManyTextures(glb.json.images.length, MOST_TEXTURES)
  let pixels = 0
  for (const image of glb.json.images) {
    const bytes = textureBytes(glb, image)
    const mime = sniff(bytes)
    if (mime !== 'image/png' && mime !== 'image/jpeg' && mime !== 'image/webp') throw badTexture()
    const { width, height } = await inspectPicture(bytes, mime)
    if (Math.max(width, height) > MOST_TEXTURE_PX) throw textureTooLarge(width, height, MOST_TEXTURE_PX)
    pixels += width * height
  }
  const megapixels = Math.ceil(pixels / 1e6)
  if (megapixels > MOST_MEGAPIXELS) throw tooManyPixels(megapixels, MOST_MEGAPIXELS)
}

/** What Khronos' own validator finds; it reads nothing outside the file. */
async function checkStandard(bytes: Uint8Array) {
  const { issues } = await validateBytes(bytes, {
    maxIssues: 50,
    externalResourceFunction: () => Promise.reject(new Error('outside'))
  }).catch(() => {
    throw brokenModel()
  })
  if (issues.numErrors > 0) throw brokenModel(issues.messages.find(({ severity }) => severity === 0)?.code)
}

/** By its first four bytes: what else it could pass for stands in its texts and textures, which are looked at below. */
const isModel = (bytes: Uint8Array) =>
  Buffer.from(bytes.buffer, bytes.byteOffset, Math.min(bytes.byteLength, 4)).toString('latin1') === 'glTF'

/**
 * Whether a 3D model may be shown: one binary glTF 2.0 file that brings everything along, runs nothing and is small enough.
 * Throws HttpError 415, 422 with a sentence that names what is in the way.
 */
export async function inspectModel(bytes: Uint8Array) {
  if (!isModel(bytes)) throw notAModel()
  const glb = readGlb(bytes)
  if (!glb) throw brokenModel()
  checkTexts(glb)
  checkExtensions(glb)
  checkSize(glb)
  await checkTextures(glb).catch((error: unknown) => {
    throw error instanceof HttpError && error.statusCode === 415 ? badTexture() : error
  })
  await checkStandard(bytes)
}
