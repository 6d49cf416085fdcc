/** Where the window begins: the paper's examples. */
package org.physgrad.workbench.welcome;
