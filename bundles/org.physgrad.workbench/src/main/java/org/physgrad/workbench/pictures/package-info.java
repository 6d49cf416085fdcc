/** What several views have in common: colours, symbols, the dialog that saves a picture, fields for numbers. */
package org.physgrad.workbench.pictures;
