package org.citebot.app;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketAddress;
import java.net.SocketOptions;
import java.nio.channels.spi.SelectorProvider;
import java.nio.file.Path;

/**
 * The main class of a process of its own that runs the bot until it reads a byte. Every name that is looked up and every
 * connection is printed; only those to this machine are let through.
 */
final class RecordedBot {

    private RecordedBot() {}

    /** @param arguments the home, the address of the Bot API and the token */
    public static void main(String[] arguments) throws IOException {
        RecordedProcess.recordSockets(LocalSocket::new);
        TestHome home = new TestHome(Path.of(arguments[0]))
                .with("CITEBOT_RETRIEVAL_EMBEDDING", "true")
                .with("CITEBOT_TELEGRAM_API_URL", arguments[1])
                .with("CITEBOT_TELEGRAM_TOKEN", arguments[2]);
        RecordedProcess.step("run");
        Thread.ofPlatform().daemon().start(() -> {
            TestHome.Run run = home.run("run");
            RecordedProcess.step("ended " + run.exitCode() + ": " + run.err());
        });
        int stop = System.in.read();
        RecordedProcess.step("answered " + stop);
        Runtime.getRuntime().halt(0);
    }

    /** A socket over the JDK's own channels, which are otherwise refused in this process. */
    private static final class LocalSocket extends RecordedProcess.RefusingSocket {

        private final Socket socket;

        LocalSocket() {
            try {
                socket = channels().openSocketChannel().socket();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        private static SelectorProvider channels() {
            try {
                Class<?> jdk = Class.forName("sun.nio.ch.DefaultSelectorProvider");
                return (SelectorProvider) jdk.getMethod("get").invoke(null);
            } catch (ReflectiveOperationException e) {
                throw new IllegalStateException(e);
            }
        }

        @Override
        protected void connect(SocketAddress address, int timeout) throws IOException {
            RecordedProcess.record("socket " + address);
            if (!(address instanceof InetSocketAddress internet)
                    || internet.getAddress() == null
                    || !internet.getAddress().isLoopbackAddress()) {
                throw new ConnectException("refused");
            }
            socket.connect(address, timeout);
        }

        @Override
        protected void connect(InetAddress host, int to) throws IOException {
            connect(new InetSocketAddress(host, to), 0);
        }

        @Override
        protected InputStream getInputStream() throws IOException {
            return socket.getInputStream();
        }

        @Override
        protected OutputStream getOutputStream() throws IOException {
            return socket.getOutputStream();
        }

        @Override
        protected void close() {
            try {
                socket.close();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        @Override
        public void setOption(int option, Object value) {
            if (option == SocketOptions.SO_TIMEOUT) {
                try {
                    socket.setSoTimeout((Integer) value);
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            }
        }
    }
}
