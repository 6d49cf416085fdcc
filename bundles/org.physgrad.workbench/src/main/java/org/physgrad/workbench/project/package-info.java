/** The project view: experiments and runs of the workspace folder, and what can be done with their files. */
package org.physgrad.workbench.project;
