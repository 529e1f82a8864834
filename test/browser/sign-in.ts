import { PASSWORD } from '@omc/harness';
import type { Page } from 'playwright-core';

/** Signs in by the form, in English, and waits for the live list. */
export async function signIn(page: Page, url: string, user = 'admin', password = PASSWORD): Promise<void> {
  await page.goto(url);
  await page.getByLabel('User').fill(user);
  await page.getByLabel('Password', { exact: true }).fill(password);
  await page.getByRole('button', { name: 'Sign in' }).click();
  await page.getByTestId('connection').getByText('Live').waitFor();
}
