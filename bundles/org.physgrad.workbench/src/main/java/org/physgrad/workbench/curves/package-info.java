/** The view of learning curves. */
package org.physgrad.workbench.curves;
