// What other readers of office files need as well: zip archives that cannot fill the memory, XML, and text in its encoding.
export { decodeText } from "./encoding.ts";
export { listZip, unpackPart, type ZipPart } from "./zip-parts.ts";
export { attributeOf, scanXml, type XmlEvent } from "./xml-scan.ts";
export { limitWasm } from "./limit-wasm.ts";
