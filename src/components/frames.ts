/** Whoever calls patches in the frame in which numbers changed. */
export interface FrameSource {
  /** Counts the frames in which numbers changed. */
  readonly frames: number;
  onFrame(patch: () => void): () => void;
}
