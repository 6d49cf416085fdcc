package org.physgrad.files;

import io.jhdf.ObjectHeader;
import io.jhdf.Superblock;
import io.jhdf.WritableDatasetImpl;
import io.jhdf.api.Group;
import io.jhdf.object.message.DataLayoutMessage.ContiguousDataLayoutMessage;
import io.jhdf.object.message.DataSpace;
import io.jhdf.object.message.DataSpaceMessage;
import io.jhdf.object.message.DataTypeMessage;
import io.jhdf.object.message.FillValueMessage;
import io.jhdf.object.message.Message;
import io.jhdf.storage.HdfFileChannel;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.nd4j.linalg.api.buffer.DataType;

/** A contiguous dataset whose numbers are not there yet: writes its header, and leaves room for them behind it. */
final class ReservedDataset extends WritableDatasetImpl {

    /** Version of the encoding of shapes. */
    private static final byte SHAPE_VERSION = 2;

    /** Marks the shape of an array, in contrast to a single number. */
    private static final byte SIMPLE = 1;

    private final long[] shape;
    private final long bytes;
    private long start;

    ReservedDataset(String name, Group parent, DataType type, long... shape) {
        // Tells the type of the numbers; the shape is written below.
        super(type == DataType.FLOAT ? new float[1] : new double[1], name, parent);
        this.shape = shape;
        this.bytes = Arrays.stream(shape).reduce(type.width(), Math::multiplyExact);
    }

    /** Where in the file the numbers belong, in the order that the machine has; known once the header is written. */
    long start() {
        return start;
    }

    @Override
    public long write(HdfFileChannel file, long position) {
        // The size of the header does not depend on the address in it.
        start = position + header(file.getSuperblock(), position, 0).limit();
        file.write(header(file.getSuperblock(), position, start), position);
        file.position(start + bytes);
        return start + bytes;
    }

    private ByteBuffer header(Superblock superblock, long position, long address) {
        List<Message> messages = new ArrayList<>(List.of(
                DataTypeMessage.create(getDataType()),
                DataSpaceMessage.create(DataSpace.readDataSpace(encodedShape(), superblock)),
                FillValueMessage.NO_FILL,
                ContiguousDataLayoutMessage.create(address, bytes)));
        return new ObjectHeader.ObjectHeaderV2(position, messages).toBuffer();
    }

    private ByteBuffer encodedShape() {
        ByteBuffer encoded = ByteBuffer.allocate(4 + shape.length * Long.BYTES).order(ByteOrder.LITTLE_ENDIAN);
        encoded.put(SHAPE_VERSION).put((byte) shape.length).put((byte) 0).put(SIMPLE);
        for (long extent : shape) {
            encoded.putLong(extent);
        }
        return encoded.flip();
    }
}
