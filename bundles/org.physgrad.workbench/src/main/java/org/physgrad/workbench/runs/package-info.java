/** The runs of the window: a queue that trains them in the background, what they measured and say, and the view and actions for them. Nothing but the view and the actions needs a display. */
package org.physgrad.workbench.runs;
