package org.citebot.app;

import java.io.File;
import java.io.FileDescriptor;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.net.ConnectException;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.ProtocolFamily;
import java.net.Socket;
import java.net.SocketAddress;
import java.net.SocketException;
import java.net.SocketImpl;
import java.net.SocketImplFactory;
import java.net.UnknownHostException;
import java.net.spi.InetAddressResolver;
import java.net.spi.InetAddressResolverProvider;
import java.nio.channels.DatagramChannel;
import java.nio.channels.Pipe;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.channels.spi.AbstractSelector;
import java.nio.channels.spi.SelectorProvider;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * The main class of a process of its own, in which every attempt to look up a name or to open a connection is refused
 * and printed. Names and channels need {@link Names} as a service and {@link Channels} in a system property; plain
 * sockets are seen after {@link #main} has begun.
 */
final class RecordedProcess {

    static final String ATTEMPT = "attempted: ";
    static final String STEP = "step: ";
    static final String LIBRARY = "library: ";

    private RecordedProcess() {}

    /** Asks a question in the home given, then does by purpose what is to be seen. */
    public static void main(String[] arguments) throws IOException {
        recordSockets(RefusingSocket::new);
        TestHome home = new TestHome(Path.of(arguments[0])).with("CITEBOT_RETRIEVAL_EMBEDDING", "true");
        step("ask");
        TestHome.Run answer = home.run("ask", "what did ISW say?");
        libraries();
        step("answered " + answer.exitCode());
        home.with("CITEBOT_TELEGRAM_TOKEN", "1:a").with("CITEBOT_TELEGRAM_API_URL", "http://127.0.0.1:9");
        step("doctor " + home.run("doctor").exitCode());
        step("run " + home.run("run").exitCode());
        attempt(() -> InetAddress.getAllByName("name.invalid").length > 0);
        attempt(() -> SocketChannel.open().isOpen());
        attempt(() -> new DatagramSocket().isBound());
        step("end");
    }

    @FunctionalInterface
    private interface Attempt {
        boolean make() throws IOException;
    }

    private static void attempt(Attempt attempt) {
        try {
            step("not refused: " + attempt.make());
        } catch (IOException | IllegalStateException e) {
            // As it should be.
        }
    }

    static void step(String what) {
        print(STEP + what);
    }

    private static void libraries() throws IOException {
        Path maps = Path.of("/proc/self/maps");
        if (Files.isReadable(maps)) {
            try (Stream<String> lines = Files.lines(maps)) {
                lines.filter(line -> line.contains("/") && line.contains(".so"))
                        .map(line -> line.substring(line.indexOf('/')))
                        .distinct()
                        .forEach(library -> print(LIBRARY + library));
            }
        }
    }

    // They are to go one day; nothing else shows the sockets of a whole process.
    @SuppressWarnings("deprecation")
    static void recordSockets(SocketImplFactory sockets) throws IOException {
        Socket.setSocketImplFactory(sockets);
        DatagramSocket.setDatagramSocketImplFactory(() -> {
            record("datagrams");
            throw new IllegalStateException("refused");
        });
    }

    static void record(String what) {
        print(ATTEMPT + what);
    }

    private static void print(String line) {
        PrintStream out = System.out;
        out.println(line);
        out.flush();
    }

    /** Knows no name. */
    public static final class Names extends InetAddressResolverProvider {

        /** For the service loader. */
        public Names() {}

        @Override
        public InetAddressResolver get(Configuration configuration) {
            return new InetAddressResolver() {
                @Override
                public Stream<InetAddress> lookupByName(String host, LookupPolicy policy) throws UnknownHostException {
                    record("name " + host);
                    throw new UnknownHostException(host);
                }

                @Override
                public String lookupByAddress(byte[] address) throws UnknownHostException {
                    record("name of " + InetAddress.getByAddress(address).getHostAddress());
                    throw new UnknownHostException();
                }
            };
        }

        @Override
        public String name() {
            return "refusing";
        }
    }

    /** Opens no channel. */
    public static final class Channels extends SelectorProvider {

        /** For the JDK, by the name in the system property. */
        public Channels() {}

        @Override
        public DatagramChannel openDatagramChannel() throws IOException {
            throw refused("datagrams");
        }

        @Override
        public DatagramChannel openDatagramChannel(ProtocolFamily family) throws IOException {
            throw refused("datagrams");
        }

        @Override
        public Pipe openPipe() throws IOException {
            throw refused("pipe");
        }

        @Override
        public AbstractSelector openSelector() throws IOException {
            throw refused("selector");
        }

        @Override
        public ServerSocketChannel openServerSocketChannel() throws IOException {
            throw refused("server channel");
        }

        @Override
        public SocketChannel openSocketChannel() throws IOException {
            throw refused("channel");
        }

        private static IOException refused(String what) {
            record(what);
            return new ConnectException("refused");
        }
    }

    /** Connects to nobody. */
    static class RefusingSocket extends SocketImpl {

        RefusingSocket() {
            fd = new FileDescriptor();
        }

        @Override
        protected void create(boolean stream) {}

        @Override
        protected void connect(String host, int port) throws IOException {
            throw refused("socket " + host + ":" + port);
        }

        @Override
        protected void connect(InetAddress address, int port) throws IOException {
            throw refused("socket " + address + ":" + port);
        }

        @Override
        protected void connect(SocketAddress address, int timeout) throws IOException {
            throw refused("socket " + address);
        }

        @Override
        protected void bind(InetAddress host, int port) throws IOException {
            throw refused("socket bound to " + host + ":" + port);
        }

        @Override
        protected void listen(int backlog) throws IOException {
            throw refused("listening socket");
        }

        @Override
        protected void accept(SocketImpl socket) throws IOException {
            throw refused("listening socket");
        }

        @Override
        protected InputStream getInputStream() throws IOException {
            throw new SocketException("refused");
        }

        @Override
        protected OutputStream getOutputStream() throws IOException {
            throw new SocketException("refused");
        }

        @Override
        protected int available() {
            return 0;
        }

        @Override
        protected void close() {}

        @Override
        protected void sendUrgentData(int data) throws IOException {
            throw new SocketException("refused");
        }

        @Override
        public void setOption(int option, Object value) {}

        @Override
        public Object getOption(int option) {
            return 0;
        }

        private static IOException refused(String what) {
            record(what);
            return new ConnectException("refused");
        }
    }

    /** What a whole process printed. */
    static List<String> run(Path home, Path services) throws IOException, InterruptedException {
        Process process = start(services, RecordedProcess.class, home.toString());
        return printed(process, services);
    }

    /** All that a process prints until its end. */
    static List<String> printed(Process process, Path services) throws IOException, InterruptedException {
        List<String> lines;
        try (Stream<String> printed = process.inputReader().lines()) {
            lines = printed.toList();
        }
        if (process.waitFor() != 0) {
            throw new IllegalStateException(Files.readString(errors(services)));
        }
        return lines;
    }

    /** Starts a process in which names and channels are refused and printed. */
    static Process start(Path services, Class<?> main, String... arguments) throws IOException {
        Path service = services.resolve("META-INF/services/" + InetAddressResolverProvider.class.getName());
        Files.createDirectories(service.getParent());
        Files.writeString(service, Names.class.getName());
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "--enable-native-access=ALL-UNNAMED",
                "--add-exports=java.base/sun.nio.ch=ALL-UNNAMED",
                "-XX:TieredStopAtLevel=1",
                "-Djava.nio.channels.spi.SelectorProvider=" + Channels.class.getName(),
                "-cp",
                services + File.pathSeparator + System.getProperty("java.class.path"),
                main.getName()));
        command.addAll(List.of(arguments));
        return new ProcessBuilder(command)
                .redirectError(errors(services).toFile())
                .start();
    }

    private static Path errors(Path services) {
        return services.resolve("errors");
    }
}
