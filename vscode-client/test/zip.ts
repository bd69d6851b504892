import { readFile } from 'node:fs/promises';
import { inflateRawSync } from 'node:zlib';

const END = 0x06054b50;
const DEFLATED = 8;

/** The files in a zip archive, by name. As much of the format as packages use: no encryption, less than 4 GB. */
export async function readZip(file: string): Promise<ReadonlyMap<string, () => Buffer>> {
  const zip = await readFile(file);
  const files = new Map<string, () => Buffer>();
  let end = zip.length - 22;
  while (zip.readUInt32LE(end) !== END) {
    end--;
  }
  let at = zip.readUInt32LE(end + 16);
  for (let left = zip.readUInt16LE(end + 10); left > 0; left--) {
    const [nameLength, extraLength, commentLength] = [28, 30, 32].map((field) =>
      zip.readUInt16LE(at + field),
    );
    const name = zip.toString('utf8', at + 46, at + 46 + (nameLength ?? 0));
    const [method, size, start] = [
      zip.readUInt16LE(at + 10),
      zip.readUInt32LE(at + 20),
      zip.readUInt32LE(at + 42),
    ];
    files.set(name, () => {
      const data = start + 30 + zip.readUInt16LE(start + 26) + zip.readUInt16LE(start + 28);
      const content = zip.subarray(data, data + size);
      return method === DEFLATED ? inflateRawSync(content) : content;
    });
    at += 46 + (nameLength ?? 0) + (extraLength ?? 0) + (commentLength ?? 0);
  }
  return files;
}
