/** Reports of runs, as the command line writes them. */
package org.physgrad.workbench.reports;
