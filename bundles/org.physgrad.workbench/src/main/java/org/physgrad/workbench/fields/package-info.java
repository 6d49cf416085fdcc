/** Views of one example: all its fields side by side, and a close-up with any visual. */
package org.physgrad.workbench.fields;
