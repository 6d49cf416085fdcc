package org.physgrad.launcher;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.encoder.PatternLayoutEncoder;
import ch.qos.logback.classic.spi.Configurator;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.ConsoleAppender;
import ch.qos.logback.core.spi.ContextAwareBase;
import java.util.List;

/** Sets logging up in code, which is faster than Logback's XML: to standard error, quiet unless asked. */
public final class StderrLogging extends ContextAwareBase implements Configurator {

    private static volatile Level level = Level.WARN;

    /** Called by Logback, which finds this class as a {@link Configurator} service. */
    public StderrLogging() {}

    /**
     * Chooses how much is logged. Takes effect if called before the first logger is made.
     *
     * @param verbose whether to log what is of interest in finding a fault
     */
    static void prepare(boolean verbose) {
        level = verbose ? Level.INFO : Level.WARN;
        System.setProperty("org.bytedeco.javacpp.logger", "slf4j");
    }

    @Override
    public ExecutionStatus configure(LoggerContext loggers) {
        PatternLayoutEncoder encoder = new PatternLayoutEncoder();
        encoder.setContext(loggers);
        encoder.setPattern("%-5level %logger{20}: %msg%n%rootException{full}");
        encoder.start();
        ConsoleAppender<ILoggingEvent> appender = new ConsoleAppender<>();
        appender.setContext(loggers);
        appender.setTarget("System.err");
        appender.setEncoder(encoder);
        appender.start();
        Logger root = loggers.getLogger(Logger.ROOT_LOGGER_NAME);
        root.setLevel(level);
        root.addAppender(appender);
        // JavaCPP warns that it is newer than the libraries built with it, which is on purpose; jHDF warns of every
        // file that it writes.
        for (String name : List.of("org.bytedeco", "io.jhdf")) {
            loggers.getLogger(name).setLevel(level == Level.WARN ? Level.ERROR : level);
        }
        return ExecutionStatus.DO_NOT_INVOKE_NEXT_IF_ANY;
    }
}
