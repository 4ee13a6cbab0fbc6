// Marks: the phases of loading, in the browser's User Timing, where a
// newsroom's own tools find them. docs/embedding.md lists them.

const mark = (phase, startTime) => performance.mark("dateline:" + phase, { startTime });
