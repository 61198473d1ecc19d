package org.pingyi.intake.ballot.log;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import org.pingyi.base.secret.CipherSuite;

import static org.assertj.core.api.Assertions.assertThat;

/** A tree that grows by batches has the root that RFC 6962 gives to all its leaves. */
class MerkleFrontierTests {

	private static final int MOST = 70;

	private static final Merkle MERKLE = new Merkle(CipherSuite.INTERNATIONAL);

	/** The eight inputs and the roots of the test data of RFC 6962 implementations. */
	private static final String[] INPUTS = { "", "00", "10", "2021", "3031", "40414243", "5051525354555657",
			"606162636465666768696a6b6c6d6e6f" };

	@ParameterizedTest
	@CsvSource({ "1, 6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d",
			"2, fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125",
			"3, aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77",
			"7, ddb89be403809e325750d3d263cd78929c2942b7942a34b77e122c9594a74c8c",
			"8, 5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328" })
	void hasTheRootsOfTheCommonTestData(int size, String root) {
		MerkleFrontier growth = new MerkleFrontier(MERKLE, 0, this::nothing);
		for (int i = 0; i < size; i++) {
			growth.append(MERKLE.leaf(HexFormat.of().parseHex(INPUTS[i])));
		}
		assertThat(HexFormat.of().formatHex(growth.root())).isEqualTo(root);
	}

	@Test
	void hasTheSameRootHoweverItsLeavesCameIn() {
		for (int size = 1; size <= MOST; size++) {
			for (int first = 0; first < size; first++) {
				assertThat(grown(first, size)).isEqualTo(root(leaves(size)));
			}
		}
	}

	private byte[] grown(int first, int size) {
		Map<String, byte[]> known = new HashMap<>();
		MerkleFrontier begun = new MerkleFrontier(MERKLE, 0, this::nothing);
		List<byte[]> leaves = leaves(size);
		for (int i = 0; i < first; i++) {
			known.put("0/" + i, leaves.get(i));
			begun.append(leaves.get(i));
		}
		begun.completed().forEach((node) -> known.put(node.level() + "/" + node.index(), node.hash()));
		MerkleFrontier continued = new MerkleFrontier(MERKLE, first, (level, index) -> known.get(level + "/" + index));
		leaves.subList(first, size).forEach(continued::append);
		assertThat(continued.size()).isEqualTo(size);
		return continued.root();
	}

	/** The definition, word by word. */
	private static byte[] root(List<byte[]> leaves) {
		if (leaves.size() == 1) {
			return leaves.getFirst();
		}
		int split = Integer.highestOneBit(leaves.size() - 1);
		return MERKLE.node(root(leaves.subList(0, split)), root(leaves.subList(split, leaves.size())));
	}

	private static List<byte[]> leaves(int size) {
		return new ArrayList<>(IntStream.range(0, size).mapToObj((i) -> MERKLE.leaf("entry " + i)).toList());
	}

	private byte[] nothing(int level, long index) {
		throw new IllegalStateException("An empty tree was asked for " + level + "/" + index);
	}

}
