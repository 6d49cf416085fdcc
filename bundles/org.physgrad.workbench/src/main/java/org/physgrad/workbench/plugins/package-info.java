/** The plug-in manager. */
package org.physgrad.workbench.plugins;
