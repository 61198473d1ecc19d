package org.pingyi.bench.vote;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;
import java.util.Optional;

import org.jspecify.annotations.Nullable;

/**
 * One kept-alive connection, and where the person at its end stands in the flow. It
 * speaks just enough HTTP to cost the machine little, and never waits.
 */
final class Connection implements AutoCloseable {

	private static final int BUFFER = 1 << 16;

	private final Selector selector;

	private final int port;

	private final Flow flow;

	private ByteBuffer read = ByteBuffer.allocate(BUFFER);

	private SocketChannel channel;

	private int step;

	private long begun;

	Connection(Selector selector, int port, Flow flow) throws IOException {
		this.selector = selector;
		this.port = port;
		this.flow = flow;
		this.channel = open();
	}

	private SocketChannel open() throws IOException {
		SocketChannel opened = SocketChannel.open(new InetSocketAddress("127.0.0.1", this.port));
		opened.setOption(StandardSocketOptions.TCP_NODELAY, true);
		opened.configureBlocking(false);
		opened.register(this.selector, SelectionKey.OP_READ, this);
		return opened;
	}

	/** Begins the flow of another person. */
	void begin() throws IOException {
		this.step = 0;
		this.begun = System.nanoTime();
		send(null);
	}

	/**
	 * Reads what has come and goes on with it.
	 * @return the nanoseconds that the whole flow took, when this was its end; else -1
	 */
	long advance() throws IOException {
		if (!this.read.hasRemaining()) {
			this.read = ByteBuffer.allocate(this.read.capacity() * 2).put(this.read.flip());
		}
		if (this.channel.read(this.read) < 0) {
			throw new IOException("The server hung up");
		}
		Optional<Answer> answer = Answer.read(this.read.array(), this.read.position());
		if (answer.isEmpty()) {
			return -1;
		}
		long time = advance(answer.get());
		this.read.flip().position(answer.get().length());
		this.read.compact();
		return time;
	}

	private long advance(Answer answer) throws IOException {
		if (answer.isLast()) {
			this.channel.close();
			this.channel = open();
		}
		if (++this.step < this.flow.steps().size()) {
			send(answer);
			return -1;
		}
		this.flow.end().accept(answer);
		return System.nanoTime() - this.begun;
	}

	private void send(@Nullable Answer before) throws IOException {
		ByteBuffer request = ByteBuffer.wrap(this.flow.steps().get(this.step).apply(before));
		while (request.hasRemaining()) {
			this.channel.write(request);
		}
	}

	@Override
	public void close() throws IOException {
		this.channel.close();
	}

}
