package org.physgrad.tests.sweeps;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.File;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.physgrad.tests.Product;

/** A Slurm of one machine, this one, with all its files in a folder. Debian's packages slurm-wlm and munge will do. */
final class SlurmCluster implements AutoCloseable {

    /** More than the two minutes for which slurmd waits for its own threads. */
    private static final long SECONDS = 180;

    private final Path folder;
    private final Map<String, Process> daemons = new HashMap<>();

    private SlurmCluster(Path folder) {
        this.folder = folder;
    }

    /** Starts the daemons, or skips the test where they cannot run. */
    static SlurmCluster start(Path folder) throws Exception {
        for (String program : List.of("munged", "slurmctld", "slurmd", "sbatch", "srun")) {
            assumeTrue(find(program).isPresent(), "Slurm is not installed here: there is no " + program);
        }
        assumeTrue(System.getProperty("user.name").equals("root"), "only root can start Slurm's daemons");
        SlurmCluster cluster = new SlurmCluster(folder);
        try {
            cluster.start();
        } catch (Exception | Error e) {
            cluster.close();
            throw e;
        }
        return cluster;
    }

    /** What a program needs to find this Slurm. */
    Map<String, String> environment() {
        return Map.of("SLURM_CONF", folder.resolve("slurm.conf").toString());
    }

    /** Waits for the end of a job, array or not. */
    void await(String job) throws Exception {
        assertEquals(
                0,
                Product.exitCode(command("srun", "--dependency=afterany:" + job, "--quiet", "true")
                        .start()));
    }

    private void start() throws Exception {
        Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxr-xr-x")); // munged insists
        byte[] secret = new byte[1024];
        new SecureRandom().nextBytes(secret);
        Path key = Files.write(folder.resolve("munge.key"), secret);
        Files.setPosixFilePermissions(key, PosixFilePermissions.fromString("r--------"));
        // It goes into the background once it is ready.
        assertEquals(
                0,
                Product.exitCode(command(
                                "munged",
                                "--force",
                                "--key-file=" + key,
                                "--socket=" + folder.resolve("munge.socket"),
                                "--pid-file=" + folder.resolve("munged.pid"),
                                "--log-file=" + folder.resolve("munged.log"),
                                "--seed-file=" + folder.resolve("munged.seed"))
                        .start()));
        Files.writeString(folder.resolve("slurm.conf"), configuration());
        daemons.put("slurmctld", command("slurmctld", "-D").start());
        daemons.put("slurmd", command("slurmd", "-D").start());
    }

    private String configuration() throws IOException {
        List<Integer> ports = freePorts(2);
        String host = InetAddress.getLocalHost().getHostName();
        return """
                ClusterName=test
                SlurmctldHost=%1$s
                SlurmUser=root
                SlurmdUser=root
                AuthType=auth/munge
                AuthInfo=socket=%2$s/munge.socket
                ProctrackType=proctrack/linuxproc
                TaskPlugin=task/none
                SelectType=select/cons_tres
                SelectTypeParameters=CR_Core
                MpiDefault=none
                StateSaveLocation=%2$s/state
                SlurmdSpoolDir=%2$s/spool
                SlurmctldPidFile=%2$s/slurmctld.pid
                SlurmdPidFile=%2$s/slurmd.pid
                SlurmctldPort=%3$d
                SlurmdPort=%4$d
                NodeName=%1$s CPUs=%5$d State=UNKNOWN
                PartitionName=main Nodes=%1$s Default=YES State=UP
                """.formatted(
                host, folder, ports.get(0), ports.get(1), Runtime.getRuntime().availableProcessors());
    }

    private static List<Integer> freePorts(int count) throws IOException {
        List<ServerSocket> sockets = new ArrayList<>();
        try {
            for (int i = 0; i < count; i++) {
                sockets.add(new ServerSocket(0));
            }
            return sockets.stream().map(ServerSocket::getLocalPort).toList();
        } finally {
            for (ServerSocket socket : sockets) {
                socket.close();
            }
        }
    }

    private ProcessBuilder command(String program, String... arguments) {
        List<String> command = new ArrayList<>();
        command.add(find(program).map(Path::toString).orElse(program));
        Collections.addAll(command, arguments);
        ProcessBuilder builder = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(log(program).toFile()));
        builder.environment().putAll(environment());
        return builder;
    }

    private Path log(String program) {
        return folder.resolve(program + ".out");
    }

    /** Daemons lie where the search path of an ordinary user does not lead. */
    private static Optional<Path> find(String program) {
        String path = System.getenv("PATH") + File.pathSeparator + "/usr/sbin";
        return Stream.of(path.split(File.pathSeparator))
                .map(folder -> Path.of(folder, program))
                .filter(Files::isExecutable)
                .findFirst();
    }

    /**
     * Ends the daemons, slurmctld last: slurmd tells it how the last job ended. One that does not end is killed, and the build's output says so; the test does not
     * fail, for it is not the fault of a sweep.
     */
    @Override
    public void close() throws IOException {
        for (String name : List.of("slurmd", "slurmctld")) {
            Process daemon = daemons.get(name);
            if (daemon != null && !ends(daemon)) {
                daemon.destroyForcibly();
                System.err.println(name + " did not end within " + SECONDS + " seconds and was killed; its output:");
                System.err.println(Files.readString(log(name)));
            }
        }
        Path pid = folder.resolve("munged.pid");
        if (Files.exists(pid)) {
            ProcessHandle.of(Long.parseLong(Files.readString(pid).strip())).ifPresent(ProcessHandle::destroy);
        }
    }

    private static boolean ends(Process daemon) {
        daemon.destroy();
        return daemon.onExit()
                        .completeOnTimeout(null, SECONDS, TimeUnit.SECONDS)
                        .join()
                != null;
    }
}
