// The entry of a reader, bundled on its own: it holds the parsers and nothing else of ours.
import '../engine/reader-main.ts'
