import { writeFileSync } from 'node:fs';

/** A vitest reporter that leaves one line with the counts over all projects in the file OMC_TEST_SUMMARY_FILE. */
export default class SummaryReporter {
  onTestRunEnd(modules, unhandledErrors) {
    const counts = count(modules, unhandledErrors);
    writeFileSync(
      process.env['OMC_TEST_SUMMARY_FILE'],
      `${counts.passed} passed, ${counts.failed} failed, ${counts.skipped} skipped`,
    );
  }
}

/** A file that cannot be loaded, a hook that throws and a stray error have no test of their own: each counts as one. */
function count(modules, unhandledErrors) {
  const counts = { passed: 0, failed: unhandledErrors.length, skipped: 0, pending: 0 };
  for (const module of modules) {
    counts.failed += module.errors().length;
    for (const suite of module.children.allSuites()) counts.failed += suite.errors().length;
    for (const test of module.children.allTests()) counts[test.result().state] += 1;
  }
  return { ...counts, skipped: counts.skipped + counts.pending };
}
