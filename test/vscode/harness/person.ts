/**
 * What a person does at the window and sees there: types, presses keys, points, takes the light bulb, reads widgets.
 * The parts of VS Code's page that this depends on are named in one table, the only place that knows them.
 */

import * as fs from 'node:fs/promises';
import * as path from 'node:path';
import type { Locator, Page } from 'playwright-core';
import { patience } from './patience.js';
import { results } from './places.js';

/** Each place of the window that tests read, and how to find the pieces of text in it. */
const widgets = {
  actions: '.action-widget .monaco-list-row.action .title',
  breadcrumbs: '.breadcrumbs-control .monaco-breadcrumb-item',
  completions: '.suggest-widget.visible .monaco-list-row .label-name',
  completionDetails: '.suggest-widget.visible .monaco-list-row .details-label',
  editor: '.editor-instance .view-line',
  focusedEditor: '.editor-instance .monaco-editor.focused',
  hover: '.monaco-hover:not(.hidden) .hover-row, .workbench-hover-container .hover-contents',
  inputMessage: '.quick-input-widget .quick-input-message',
  inlay: '.editor-instance .view-line [class*="dyn-rule"]',
  lenses: '.editor-instance .codelens-decoration > *',
  languageStatus: '[id="status.languageStatus"]',
  languageStatusCommand: '.hover-language-status .right a',
  languageStatusDetails: '.hover-language-status .element',
  menu: '.monaco-menu .action-label',
  message: '.monaco-editor-overlaymessage .message',
  notifications: '.notification-list-item-message',
  outline: '.outline-tree .monaco-list-row .monaco-icon-label',
  peek: '.peekview-widget .monaco-list-row',
  peekBorder: '.peekview-widget .monaco-split-view2 .monaco-sash.vertical',
  problems: '.markers-panel .monaco-list-row',
  question: '.quick-input-widget .quick-input-title, .quick-input-widget .quick-input-message',
  quickInput: '.quick-input-widget .quick-input-list .monaco-list-row .label-name',
  renameBox: '.rename-box input:focus',
  settings: '.settings-editor .setting-item-description',
  squiggles: '.editor-instance .cdr.squiggly-error, .cdr.squiggly-warning, .cdr.squiggly-info',
  statusBar: '.statusbar-item:not(.hidden)',
  strangeCharacters: '.editor-instance .cdr.unicode-highlight',
  tree: '.pane-body .monaco-list-row',
  treeMessage: '.pane-body .message',
  welcome: '.pane-body .welcome-view-content',
} as const;

export type Widget = keyof typeof widgets;

/** So long may a machine take that does nothing else, in milliseconds; only what never comes is waited for to the end. */
const WAIT = 20_000;
const GLANCE = 2_500;
const BULB =
  '.codicon-light-bulb, .codicon-lightbulb, .codicon-lightbulb-autofix, .codicon-gutter-lightbulb, .codicon-gutter-lightbulb-auto-fix';

/** Where to point, what must then be shown where, and what of it to click. */
export interface Look {
  readonly widget: Widget;
  readonly shown: Widget;
  readonly text: string;
  readonly click?: { readonly widget: Widget; readonly text: string };
}

/** What tests may ask for by name, each with its arguments as JSON. Every deed rejects when it cannot be done within `WAIT`. */
export type Deeds = ReturnType<typeof personAt>;

/** A person in front of a page. */
export function personAt(page: Page) {
  page.setDefaultTimeout(patience(WAIT));
  return { ...handsAt(page), ...eyesAt(page) };
}

/** What a person does at a page. */
function handsAt(page: Page) {
  return {
    /** Presses keys together, such as `ControlOrMeta+.`, or several in a row. */
    press: async ({ keys }: { readonly keys: readonly string[] }): Promise<void> => {
      for (const key of keys) await page.keyboard.press(key);
    },
    /** Types text, key by key, where the cursor is. */
    type: ({ text }: { readonly text: string }): Promise<void> => page.keyboard.type(text, { delay: 5 }),
    /** Clicks the first visible piece of a widget that contains the text. */
    click: ({ widget, text }: { readonly widget: Widget; readonly text: string }): Promise<void> =>
      piece(page, widget, text).click(),
    /** Clicks the visible piece of a widget that is the text and no more. */
    clickExactly: ({ widget, text }: { readonly widget: Widget; readonly text: string }): Promise<void> =>
      page.locator(widgets[widget]).locator('visible=true').getByText(text, { exact: true }).first().click(),
    /** Points at a visible text of the editor or of another widget, as one does to see a hover. */
    pointAt: ({ text, widget }: { readonly text: string; readonly widget: Widget }): Promise<void> =>
      pointAt(page, widget === 'editor' ? token(page, text) : piece(page, widget, text)),
    /** Drags a border so many pixels to the right. */
    drag: async ({ widget, by }: { readonly widget: Widget; readonly by: number }): Promise<void> => {
      await pointAt(page, piece(page, widget, ''));
      const box = await piece(page, widget, '').boundingBox();
      await page.mouse.down();
      await page.mouse.move((box?.x ?? 0) + by, (box?.y ?? 0) + 20, { steps: 5 });
      await page.mouse.up();
      await page.mouse.move(0, 0);
    },
    /** Makes the window so wide and high, in pixels. */
    resize: (size: { readonly width: number; readonly height: number }): Promise<void> => page.setViewportSize(size),
    /** Makes the window so many times slower than the machine is; 1 is its own speed again. */
    slowDown: async ({ times }: { readonly times: number }): Promise<void> => {
      const session = await page.context().newCDPSession(page);
      await session.send('Emulation.setCPUThrottlingRate', { rate: times });
      await session.detach();
    },
    /** Presses the light bulb and tells the titles that it offers. */
    pressLightBulb: async (): Promise<readonly string[]> => {
      await page.locator(BULB).locator('visible=true').first().click();
      await piece(page, 'actions', '').waitFor();
      return texts(page, 'actions');
    },
  };
}

/** What a person sees on a page. */
function eyesAt(page: Page) {
  return {
    /**
     * Points at a widget until another one shows the text, and tells its pieces; then clicks what that offers, if asked. A
     * status bar moves its items whenever one of them changes, so one points again where it has slipped away.
     */
    lookAt: async ({ widget, shown, text, click }: Look): Promise<readonly string[]> => {
      const look = async (timeout: number): Promise<readonly string[]> => {
        await page.mouse.move(0, 0);
        await pointAt(page, piece(page, widget, ''));
        await piece(page, shown, text).waitFor({ timeout });
        const seen = await texts(page, shown);
        if (!seen.some(each => each.includes(text))) throw new Error(`"${text}" was seen and is gone.`);
        if (click) await piece(page, click.widget, click.text).click({ timeout });
        return seen;
      };
      for (let glance = GLANCE; ; glance *= 2) {
        try {
          return await look(glance);
        } catch (error) {
          if (glance > patience(WAIT)) throw error;
        }
      }
    },
    /** The texts that a widget shows now; none when it is not shown. */
    texts: ({ widget }: { readonly widget: Widget }): Promise<readonly string[]> => texts(page, widget),
    /** Waits until a widget shows a piece that contains the text, and tells all pieces. */
    waitFor: async ({ widget, text }: { readonly widget: Widget; readonly text: string }) => {
      await piece(page, widget, text).waitFor();
      return texts(page, widget);
    },
    /** Whether a widget shows the text within a glance; a person who does not see it tries again. */
    sees: ({ widget, text }: { readonly widget: Widget; readonly text: string }): Promise<boolean> =>
      piece(page, widget, text)
        .waitFor({ timeout: patience(GLANCE) })
        .then(
          () => true,
          () => false,
        ),
    /** Waits until a page that an extension shows within the window has the text. */
    waitForPage: ({ text }: { readonly text: string }): Promise<void> =>
      page.frameLocator('iframe.webview').frameLocator('#active-frame').getByText(text).first().waitFor(),
    /** Saves what is seen now as `test-results/screenshots/<name>.png` and tells the path. */
    screenshot: ({ name }: { readonly name: string }): Promise<string> => screenshot(page, name),
  };
}

function piece(page: Page, widget: Widget, text: string): Locator {
  return page.locator(widgets[widget]).locator('visible=true').filter({ hasText: text }).first();
}

async function texts(page: Page, widget: Widget): Promise<readonly string[]> {
  const found = await page.locator(widgets[widget]).locator('visible=true').allInnerTexts();
  // The editor shows every space as a no-break space.
  return found.map(text => text.replaceAll('\u00a0', ' '));
}

/** A coloured piece of a line of the editor, which shows every space as a no-break space. */
function token(page: Page, text: string): Locator {
  const pieces = page.locator('.editor-instance .view-line span > span');
  return pieces.filter({ hasText: text.replaceAll(' ', '\u00a0') }).first();
}

async function pointAt(page: Page, place: Locator): Promise<void> {
  const box = await place.boundingBox();
  if (!box) throw new Error('What was pointed at is not seen.');
  // VS Code shows a hover only for a pointer that moves.
  await page.mouse.move(box.x + box.width / 2 - 2, box.y + box.height / 2);
  await page.mouse.move(box.x + box.width / 2, box.y + box.height / 2, { steps: 3 });
}

async function screenshot(page: Page, name: string): Promise<string> {
  const file = path.join(results, 'screenshots', `${name.replace(/[^\w.-]+/g, '-')}.png`);
  await fs.mkdir(path.dirname(file), { recursive: true });
  // In which folder of this machine the tests run is of no interest.
  const style = '.peekview-title .dirname { display: none }';
  await page.screenshot({ path: file, animations: 'disabled', style });
  return file;
}
