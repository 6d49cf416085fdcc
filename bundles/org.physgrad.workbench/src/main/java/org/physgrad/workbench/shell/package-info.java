/** The window: its frame, docked views, actions, notices and background work. */
package org.physgrad.workbench.shell;
