/** The output formats by name. Each is a pure function of the report. */
import { azureReport } from './azure';
import { checkstyleReport } from './checkstyle';
import { conciseReport } from './concise';
import { githubReport } from './github';
import { gitlabReport } from './gitlab';
import { htmlReport } from './html';
import { jsonReport } from './json';
import { junitReport } from './junit';
import { markdownReport } from './markdown';
import type { Palette } from './palette';
import { rdjsonReport } from './rdjson';
import type { Report } from './report';
import { sarifReport } from './sarif';
import { textReport } from './text';

export const formatNames = [
  'text',
  'concise',
  'json',
  'sarif',
  'junit',
  'checkstyle',
  'github',
  'gitlab',
  'azure',
  'rdjson',
  'markdown',
  'html',
] as const;
export type FormatName = (typeof formatNames)[number];

/** The report in the format `name`; ends with a line break. Only what is read at a terminal has colours. */
export function formatReport(name: FormatName, report: Report, palette: Palette): string {
  switch (name) {
    case 'text':
      return textReport(report, palette);
    case 'concise':
      return conciseReport(report, palette);
    case 'json':
      return jsonReport(report);
    case 'sarif':
      return sarifReport(report);
    case 'junit':
      return junitReport(report);
    case 'checkstyle':
      return checkstyleReport(report);
    case 'github':
      return githubReport(report);
    case 'gitlab':
      return gitlabReport(report);
    case 'azure':
      return azureReport(report);
    case 'rdjson':
      return rdjsonReport(report);
    case 'markdown':
      return markdownReport(report);
    case 'html':
      return htmlReport(report);
  }
}
