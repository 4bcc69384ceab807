import { readReports } from "../book/index.ts";

/** The raw figures of the last measurements, as the page about the checks shows them. */
export const GET = (): Response => Response.json(readReports());
