package ikat.io;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.MappedByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.ReadableByteChannel;
import java.nio.channels.WritableByteChannel;
import java.util.function.BooleanSupplier;

/** An open file of a {@link FaultyDisk}. */
final class FaultyChannel extends FileChannel {

    private final FileChannel real;
    private final BooleanSupplier fails;

    /** Asks before each write whether it fails. */
    FaultyChannel(FileChannel real, BooleanSupplier fails) {
        this.real = real;
        this.fails = fails;
    }

    /** Lets a write fail, after half of it. */
    private void operate(ByteBuffer bytes) throws IOException {
        if (fails.getAsBoolean()) {
            int half = bytes.remaining() / 2;
            if (half > 0) {
                real.write(bytes.slice(bytes.position(), half));
            }
            throw new IOException(FaultyDisk.REASON);
        }
    }

    @Override
    public int write(ByteBuffer bytes) throws IOException {
        operate(bytes);
        return real.write(bytes);
    }

    @Override
    public int write(ByteBuffer bytes, long position) throws IOException {
        operate(ByteBuffer.allocate(0));
        return real.write(bytes, position);
    }

    @Override
    public long write(ByteBuffer[] all, int offset, int length) throws IOException {
        operate(all[offset]);
        return real.write(all, offset, length);
    }

    @Override
    public void force(boolean metadata) throws IOException {
        operate(ByteBuffer.allocate(0)); // not forced: tests are no power cuts
    }

    @Override
    public int read(ByteBuffer into) throws IOException {
        return real.read(into);
    }

    @Override
    public int read(ByteBuffer into, long position) throws IOException {
        return real.read(into, position);
    }

    @Override
    public long read(ByteBuffer[] into, int offset, int length) throws IOException {
        return real.read(into, offset, length);
    }

    @Override
    public long position() throws IOException {
        return real.position();
    }

    @Override
    public FileChannel position(long position) throws IOException {
        real.position(position);
        return this;
    }

    @Override
    public long size() throws IOException {
        return real.size();
    }

    @Override
    public FileChannel truncate(long size) throws IOException {
        real.truncate(size);
        return this;
    }

    @Override
    public long transferTo(long position, long count, WritableByteChannel target)
            throws IOException {
        return real.transferTo(position, count, target);
    }

    @Override
    public long transferFrom(ReadableByteChannel source, long position, long count)
            throws IOException {
        operate(ByteBuffer.allocate(0));
        return real.transferFrom(source, position, count);
    }

    @Override
    public MappedByteBuffer map(MapMode mode, long position, long size) throws IOException {
        return real.map(mode, position, size);
    }

    @Override
    public FileLock lock(long position, long size, boolean shared) throws IOException {
        return real.lock(position, size, shared);
    }

    @Override
    public FileLock tryLock(long position, long size, boolean shared) throws IOException {
        return real.tryLock(position, size, shared);
    }

    @Override
    protected void implCloseChannel() throws IOException {
        real.close();
    }
}
