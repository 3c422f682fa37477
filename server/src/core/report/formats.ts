/** The output formats by name. Each is a pure function of the report. */
import { githubReport } from './github';
import { gitlabReport } from './gitlab';
import { jsonReport } from './json';
import { junitReport } from './junit';
import { markdownReport } from './markdown';
import type { Palette } from './palette';
import type { Report } from './report';
import { sarifReport } from './sarif';
import { textReport } from './text';

export const formatNames = ['text', 'json', 'sarif', 'junit', 'github', 'gitlab', 'markdown'] as const;
export type FormatName = (typeof formatNames)[number];

/** The report in the format `name`; ends with a line break. Only text has colours. */
export function formatReport(name: FormatName, report: Report, palette: Palette): string {
  switch (name) {
    case 'text':
      return textReport(report, palette);
    case 'json':
      return jsonReport(report);
    case 'sarif':
      return sarifReport(report);
    case 'junit':
      return junitReport(report);
    case 'github':
      return githubReport(report);
    case 'gitlab':
      return gitlabReport(report);
    case 'markdown':
      return markdownReport(report);
  }
}
