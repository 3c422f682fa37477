/**
 * `workspace/executeCommand`: opens the page of a rule, for editors that have no command of their own for it. The page
 * that lies beside the server is preferred to the one on the web.
 */
import { ErrorCodes, ExecuteCommandRequest, ResponseError, ShowDocumentRequest } from 'vscode-languageserver';
import { pageOf } from '../../core/index';
import { rulePageAddress } from '../../rule-page-address';
import { openRulePage } from '../code-actions';
import { request } from '../method';

export const executeCommand = request(
  ExecuteCommandRequest.type,
  client =>
    client.showsDocuments && !client.own.opensRulePages ? { executeCommandProvider: { commands: [openRulePage] } } : {},
  async ({ connection, host }, { command, arguments: given }) => {
    const rule: unknown = given?.[0];
    if (command !== openRulePage || typeof rule !== 'string' || !pageOf(rule)) {
      throw new ResponseError(ErrorCodes.InvalidParams, `One Plan has no such command: ${command}.`);
    }
    const beside = host.rulePage(rule);
    const uri = beside ?? rulePageAddress(rule);
    if (uri === undefined) return null;
    await connection.sendRequest(ShowDocumentRequest.type, { uri, external: beside === undefined });
    return null;
  },
);
