/** The experiment editor: a form made from the parts' own descriptions, and the same experiment as JSON beside it. */
package org.physgrad.workbench.editor;
