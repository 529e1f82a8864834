import { Component, type ErrorInfo, type ReactNode } from 'react';
import { PageTrouble } from './page-trouble.js';

/** Keeps an error of what is in it, as a page, within it. */
export class ErrorBoundary extends Component<{ readonly children: ReactNode }, { error: Error | null }> {
  override state: { error: Error | null } = { error: null };

  static getDerivedStateFromError(error: Error): { error: Error } {
    return { error };
  }

  override componentDidCatch(error: Error, info: ErrorInfo): void {
    console.error(error, info.componentStack);
  }

  override render(): ReactNode {
    return this.state.error ? <PageTrouble error={this.state.error} /> : this.props.children;
  }
}
