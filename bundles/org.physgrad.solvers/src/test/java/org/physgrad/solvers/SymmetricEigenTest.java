package org.physgrad.solvers;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Random;
import org.junit.jupiter.api.Test;

class SymmetricEigenTest {

    @Test
    void vectorsAreOrthonormalAndRebuildTheMatrix() {
        long seed = 71;
        System.out.println("seed " + seed);
        Random random = new Random(seed);
        int n = 6;
        double[][] matrix = new double[n][n];
        for (int i = 0; i < n; i++) {
            for (int j = 0; j <= i; j++) {
                matrix[i][j] = random.nextGaussian();
                matrix[j][i] = matrix[i][j];
            }
        }
        double[][] copy = new double[n][];
        for (int i = 0; i < n; i++) {
            copy[i] = matrix[i].clone();
        }
        SymmetricEigen eigen = SymmetricEigen.of(copy);
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < n; j++) {
                double product = 0;
                double rebuilt = 0;
                for (int e = 0; e < n; e++) {
                    product += eigen.vectors()[e][i] * eigen.vectors()[e][j];
                    rebuilt += eigen.vectors()[i][e] * eigen.values()[e] * eigen.vectors()[j][e];
                }
                assertEquals(i == j ? 1 : 0, product, 1e-13);
                assertEquals(matrix[i][j], rebuilt, 1e-13);
            }
        }
    }
}
