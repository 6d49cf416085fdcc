package org.physgrad.cli;

import org.osgi.framework.FrameworkUtil;
import picocli.CommandLine.Command;
import picocli.CommandLine.HelpCommand;
import picocli.CommandLine.IVersionProvider;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The command without a subcommand: shows what there is. */
@Command(
        name = "physgrad",
        description = "Trains networks to solve inverse problems, with physical gradients.",
        mixinStandardHelpOptions = true,
        versionProvider = PhysGradCommand.Version.class,
        subcommands = HelpCommand.class)
final class PhysGradCommand implements Runnable {

    @Spec
    private CommandSpec spec;

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "say what to do, for example: physgrad run FILE");
    }

    /** Takes the version from the bundle. */
    static final class Version implements IVersionProvider {
        @Override
        public String[] getVersion() {
            return new String[] {
                "PhysGrad " + FrameworkUtil.getBundle(PhysGradCommand.class).getVersion()
            };
        }
    }
}
