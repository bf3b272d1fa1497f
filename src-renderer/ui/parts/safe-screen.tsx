import { Component, type ReactNode } from "react";
import { reportProblem } from "../../flows/current-case.ts";
import { words } from "../words/common.ts";
import { Button } from "./button.tsx";
import { Icon } from "./icon.tsx";

interface SafeScreenProps {
  readonly children: ReactNode;
}

/**
 * A screen that fails says so in its own place, and the rail beside it still leads everywhere else.
 * A class, because React catches what a component throws in no other way.
 */
export class SafeScreen extends Component<SafeScreenProps, { readonly hasFailed: boolean }> {
  override state = { hasFailed: false };

  static getDerivedStateFromError(): { readonly hasFailed: boolean } {
    return { hasFailed: true };
  }

  override componentDidCatch(cause: unknown): void {
    reportProblem(cause);
  }

  override render(): ReactNode {
    if (!this.state.hasFailed) return this.props.children;
    return (
      <div className="screen">
        <div className="empty">
          <Icon name="warning" size={32} />
          <h1 tabIndex={-1}>{words.screenFault.what}</h1>
          <p>{words.screenFault.next}</p>
          <Button kind="first" onPress={() => this.setState({ hasFailed: false })}>
            {words.screenFault.again}
          </Button>
        </div>
      </div>
    );
  }
}
