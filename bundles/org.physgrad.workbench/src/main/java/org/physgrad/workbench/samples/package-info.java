/** One example out of a batch that trains, or out of a run that does not, as plain immutable Java. Needs no display. */
package org.physgrad.workbench.samples;
