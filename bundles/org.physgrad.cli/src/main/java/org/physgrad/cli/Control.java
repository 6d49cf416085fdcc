package org.physgrad.cli;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.Charset;
import java.nio.file.Path;
import java.util.Map;
import org.apache.commons.text.StringTokenizer;
import org.apache.commons.text.matcher.StringMatcherFactory;
import org.physgrad.engine.experiment.ExperimentReader;
import org.physgrad.engine.experiment.ExperimentWriter;
import org.physgrad.engine.experiment.InvalidExperimentException;
import org.physgrad.engine.run.RunSession;
import picocli.CommandLine;

/**
 * Steers a run by lines of text while it trains: {@code pause}, {@code proceed}, {@code cancel}, {@code set path=value}; any other line is a command line of its
 * own, such as {@code plugin install solver.jar}. What is wrong with a line is said on standard error, and changes nothing.
 */
final class Control {

    private final RunSession session;
    private final ExperimentReader experiments;
    private final CommandLine commands;

    Control(RunSession session, ExperimentReader experiments, CommandLine commands) {
        this.session = session;
        this.experiments = experiments;
        this.commands = commands;
    }

    /** Follows an input on a thread of its own, to its end or that of the process. */
    void follow(InputStream input) {
        Thread thread = new Thread(() -> read(input), "run control");
        thread.setDaemon(true);
        thread.start();
    }

    private void read(InputStream input) {
        try (BufferedReader lines = new BufferedReader(new InputStreamReader(input, Charset.defaultCharset()))) {
            String line;
            while ((line = lines.readLine()) != null) {
                obey(line.strip());
            }
        } catch (IOException e) {
            refuse("cannot read standard input any longer: " + e.getMessage());
        }
    }

    private void obey(String line) {
        switch (line) {
            case "" -> {}
            case "pause" -> session.run().pause();
            case "proceed" -> session.run().proceed();
            case "cancel" -> session.run().cancel();
            default -> {
                if (line.startsWith("set ")) {
                    set(line.substring("set ".length()).strip());
                } else {
                    commands.execute(new StringTokenizer(line, ' ', '"')
                            .setTrimmerMatcher(StringMatcherFactory.INSTANCE.trimMatcher())
                            .getTokenArray());
                }
            }
        }
    }

    private void set(String setting) {
        int equals = setting.indexOf('=');
        if (equals <= 0) {
            refuse("'set " + setting + "' sets nothing; write set path=value, such as set optimizer.learningRate=1e-4");
            return;
        }
        try {
            Map<String, String> settings = Map.of(setting.substring(0, equals), setting.substring(equals + 1));
            Path folder = session.folder().path().toAbsolutePath();
            session.run()
                    .change(experiment -> experiments
                            .read(ExperimentWriter.toJson(experiment), settings)
                            .relativeTo(folder));
        } catch (InvalidExperimentException e) {
            e.findings().forEach(finding -> refuse(finding.toString()));
        }
    }

    private void refuse(String reason) {
        commands.getErr().println("physgrad: " + reason);
        commands.getErr().flush();
    }
}
