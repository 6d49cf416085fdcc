package org.physgrad.tests.window;

import java.awt.AWTException;
import java.awt.Rectangle;
import java.awt.Robot;
import java.awt.Toolkit;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.extension.AfterTestExecutionCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.LifecycleMethodExecutionExceptionHandler;
import org.physgrad.tests.Product;

/** Keeps what tells why a test failed, before anything is tidied up: a picture of the screen and what the threads of all processes do. */
final class Evidence implements AfterTestExecutionCallback, LifecycleMethodExecutionExceptionHandler {

    private static final Path FOLDER = Path.of("target", "window").toAbsolutePath();

    @Override
    public void afterTestExecution(ExtensionContext context) throws Exception {
        if (context.getExecutionException().isPresent()) {
            keep(context.getRequiredTestClass().getSimpleName() + "."
                    + context.getRequiredTestMethod().getName());
        }
    }

    @Override
    public void handleBeforeAllMethodExecutionException(ExtensionContext context, Throwable failure) throws Throwable {
        keep(context.getRequiredTestClass().getSimpleName());
        throw failure;
    }

    private static void keep(String name) throws AWTException, IOException, InterruptedException {
        Files.createDirectories(FOLDER);
        File screen = FOLDER.resolve(name + ".png").toFile();
        Rectangle all = new Rectangle(Toolkit.getDefaultToolkit().getScreenSize());
        ImageIO.write(new Robot().createScreenCapture(all), "png", screen);
        Path threads = FOLDER.resolve(name + ".threads.txt");
        Files.writeString(threads, threads());
        System.out.println("see " + screen + " and " + threads);
    }

    /** Of this process and of those that it has started. */
    private static String threads() throws IOException, InterruptedException {
        Path jcmd = Path.of(System.getProperty("java.home"), "bin", "jcmd");
        List<ProcessHandle> processes = Stream.concat(
                        Stream.of(ProcessHandle.current()),
                        ProcessHandle.current().descendants())
                .filter(process -> process.info().command().orElse("").contains("java"))
                .toList();
        StringBuilder threads = new StringBuilder();
        for (ProcessHandle process : processes) {
            threads.append(
                    Product.run(new ProcessBuilder(jcmd.toString(), Long.toString(process.pid()), "Thread.print")));
        }
        return threads.toString();
    }
}
