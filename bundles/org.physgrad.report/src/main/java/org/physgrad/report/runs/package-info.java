/** Runs as they lie in their folders, grouped by what they repeat, and the numbers that compare them. */
package org.physgrad.report.runs;
