import { readFile } from "node:fs/promises";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { extname, join, normalize } from "node:path";
import { gzipSync } from "node:zlib";

const TYPES: Readonly<Record<string, string>> = {
  ".html": "text/html; charset=utf-8",
  ".css": "text/css",
  ".js": "text/javascript",
  ".json": "application/json",
  ".svg": "image/svg+xml",
  ".png": "image/png",
  ".woff2": "font/woff2",
};

export interface SiteServer {
  /** Origin such as `http://127.0.0.1:4000`, without a slash at its end. */
  readonly origin: string;
  close(): Promise<void>;
}

/** Serves the built book as a plain web server would: folders by their index.html, text gzipped. */
export async function serve(folder = "dist"): Promise<SiteServer> {
  const server = createServer((request, response) => {
    const { pathname } = new URL(request.url ?? "/", "http://localhost");
    const asked = normalize(decodeURIComponent(pathname)).replace(/^([/\\]|\.\.)+/, "");
    const path = join(
      folder,
      asked.endsWith("/") || asked === "" ? join(asked, "index.html") : asked,
    );
    const type = TYPES[extname(path)] ?? "application/octet-stream";
    readFile(path).then(
      (body) => {
        const isText = !/woff2|png/.test(type);
        response.writeHead(200, {
          "content-type": type,
          ...(isText && { "content-encoding": "gzip" }),
        });
        response.end(isText ? gzipSync(body) : body);
      },
      async () => {
        response.writeHead(404, { "content-type": TYPES[".html"]! });
        response.end(await readFile(join(folder, "404.html")).catch(() => "No such page"));
      },
    );
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as AddressInfo;
  return {
    origin: `http://127.0.0.1:${port}`,
    close: () => new Promise((resolve) => server.close(() => resolve())),
  };
}
