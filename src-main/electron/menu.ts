import { Menu, type MenuItemConstructorOptions } from "electron";

/**
 * As little menu as each system needs for its own keys (copy, paste, quit, zoom). Reload and developer tools only
 * while developing. Nothing lists recent documents. Letters with Ctrl or Cmd are left to the window's own keys.
 */
export function setMenu(developing: boolean, platform = process.platform): void {
  const forDevelopers: MenuItemConstructorOptions[] = [
    { type: "separator" },
    { role: "reload" },
    { role: "toggleDevTools" },
  ];
  const template: MenuItemConstructorOptions[] = [
    ...(platform === "darwin" ? [macApplication] : [{ label: "Folio", submenu: [{ role: "quit" as const }] }]),
    { role: "editMenu" },
    {
      label: "View",
      submenu: [
        { role: "resetZoom" },
        { role: "zoomIn" },
        { role: "zoomOut" },
        { role: "togglefullscreen" },
        ...(developing ? forDevelopers : []),
      ],
    },
  ];
  Menu.setApplicationMenu(Menu.buildFromTemplate(template));
}

/** Without the "Services" submenu, which would hand selected words to other programs. */
const macApplication: MenuItemConstructorOptions = {
  label: "Folio",
  submenu: [{ role: "hide" }, { role: "hideOthers" }, { role: "unhide" }, { type: "separator" }, { role: "quit" }],
};
