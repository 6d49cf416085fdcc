/** The action that has a trained network answer observations in files. */
package org.physgrad.workbench.inference;
