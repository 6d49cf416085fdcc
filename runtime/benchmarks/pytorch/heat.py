"""The heat experiment of heat-paper.json as a PyTorch user would write it: the peer that training is timed beside.

    python3 heat.py [--method physical-gradient|adam] [--iterations 12] [--warm 2] [--threads 1] [--device cpu|cuda]
                    [--channels-last] [--compile]

Prints the error of every iteration, and at the end the median process CPU and wall time of an iteration in seconds. Needs PyTorch 1.13 or later.
"""
import argparse
import math
import statistics
import time

import torch
from torch import nn

BATCH, SIZE, DIFFUSION = 128, 64, 8.0
UNCERTAINTY = 1e-6  # relative, of what the damped inverse is given
PHYSICS = torch.float64


class Block(nn.Sequential):
    """Two convolutions of 3 x 3 with zero padding, each normalized and rectified."""

    def __init__(self, inputs, filters):
        super().__init__(
            nn.Conv2d(inputs, filters, 3, padding=1), nn.BatchNorm2d(filters), nn.ReLU(inplace=True),
            nn.Conv2d(filters, filters, 3, padding=1), nn.BatchNorm2d(filters), nn.ReLU(inplace=True))


class UNet(nn.Module):
    """Four resolutions, 16 filters at each: 37,697 parameters."""

    def __init__(self, levels=4, filters=16):
        super().__init__()
        self.enter = Block(1, filters)
        self.down = nn.ModuleList(Block(filters, filters) for _ in range(levels - 1))
        self.up = nn.ModuleList(Block(2 * filters, filters) for _ in range(levels - 1))
        self.leave = nn.Conv2d(filters, 1, 1)
        self.coarser = nn.MaxPool2d(2)
        self.finer = nn.Upsample(scale_factor=2, mode="bilinear", align_corners=False)

    def forward(self, field):
        levels = [self.enter(field)]
        for block in self.down:
            levels.append(block(self.coarser(levels[-1])))
        field = levels.pop()
        for block in self.up:
            field = block(torch.cat([levels.pop(), self.finer(field)], 1))
        return self.leave(field)


class Heat:
    """Periodic diffusion in Fourier space, its damped inverse, and random rectangles to start from."""

    def __init__(self, device):
        self.device = device
        kx = torch.fft.fftfreq(SIZE, dtype=PHYSICS)[:, None]
        ky = torch.fft.rfftfreq(SIZE, dtype=PHYSICS)[None]
        self.exponent = (DIFFUSION * (2 * math.pi) ** 2 * (kx**2 + ky**2)).to(device)
        self.decay = torch.exp(-self.exponent)
        self.cells = torch.arange(SIZE, dtype=PHYSICS, device=device) + 0.5

    def draw(self, most=10):
        """Sums of 4 to 10 rectangles with soft edges."""
        count = torch.floor(4 + 7 * torch.rand(BATCH, device=self.device))
        half = 10 * torch.rand(BATCH, most, 2, dtype=PHYSICS, device=self.device)
        centre = SIZE / 2 + 0.8 * SIZE * (torch.rand(BATCH, most, 2, dtype=PHYSICS, device=self.device) - 0.5)
        centre = torch.minimum(torch.maximum(centre, half), SIZE - half)
        height = torch.rand(BATCH, most, dtype=PHYSICS, device=self.device)
        height = height * (torch.arange(most, device=self.device)[None] < count[:, None])
        beyond = (self.cells - centre[..., None]).abs() - half[..., None]
        x = torch.zeros(BATCH, SIZE, SIZE, dtype=PHYSICS, device=self.device)
        for i in range(most):
            distance = torch.maximum(beyond[:, i, 0, :, None], beyond[:, i, 1, None, :])
            x += height[:, i, None, None] * torch.clamp(0.5 - distance / math.sqrt(0.5), 0, 1)
        return x

    def simulate(self, x):
        return torch.fft.irfft2(torch.fft.rfft2(x) * self.decay, s=(SIZE, SIZE))

    def invert(self, residual):
        """Amplifies what is probably signal, and damps what is probably noise."""
        noise = torch.sqrt(((UNCERTAINTY * residual.abs()) ** 2).sum((1, 2)))[:, None, None]
        spectrum = torch.fft.rfft2(residual)
        amplitude = spectrum.abs()
        signal = torch.nan_to_num(torch.exp(-0.5 * (amplitude / (SIZE * self.decay)) ** 2))
        total = signal + torch.exp(-0.5 * (amplitude / noise) ** 2)
        probability = torch.where(total == 0, torch.zeros_like(total), signal / total)
        undecided = (probability > 0.5) & (probability < 0.68)
        power = torch.where(undecided, torch.zeros_like(probability), 2 * (probability - 0.5))
        return torch.fft.irfft2(spectrum * torch.exp(self.exponent * power), s=(SIZE, SIZE))


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--method", choices=["physical-gradient", "adam"], default="physical-gradient")
    parser.add_argument("--iterations", type=int, default=12)
    parser.add_argument("--warm", type=int, default=2, help="iterations at the start that are not timed")
    parser.add_argument("--threads", type=int, default=1)
    parser.add_argument("--device", default="cpu")
    parser.add_argument("--channels-last", action="store_true")
    parser.add_argument("--compile", action="store_true", help="torch.compile, of PyTorch 2")
    options = parser.parse_args()

    torch.set_num_threads(options.threads)
    torch.manual_seed(0)
    device = torch.device(options.device)
    torch.backends.cudnn.benchmark = True
    network = UNet().to(device)
    if options.channels_last:
        network = network.to(memory_format=torch.channels_last)
    optimizer = torch.optim.Adam(network.parameters(), lr=1e-3)
    heat = Heat(device)
    compiled = torch.compile if options.compile else (lambda function: function)
    answer, draw, simulate, invert = map(compiled, (network, heat.draw, heat.simulate, heat.invert))

    def iterate():
        x = draw()
        y = simulate(x)
        output = answer(y[:, None].float())[:, 0]
        # Diffusion keeps the mean: it is known, not learned.
        prediction = (output + (x.mean((1, 2)).float() - output.mean((1, 2)))[:, None, None]).double()
        if options.method == "physical-gradient":
            with torch.no_grad():
                target = prediction + invert(y - simulate(prediction))
            loss = 0.5 * ((prediction - target) ** 2).sum()
        else:
            loss = 0.5 * ((simulate(prediction) - y) ** 2).sum()
        optimizer.zero_grad()
        loss.backward()
        optimizer.step()
        return float((x - prediction.detach()).abs().sum() / BATCH)

    cpu, wall = [], []
    for iteration in range(options.iterations):
        started = time.process_time(), time.perf_counter()
        error = iterate()  # reading the number waits for the device
        cpu.append(time.process_time() - started[0])
        wall.append(time.perf_counter() - started[1])
        print(f"{iteration}  x_l1 {error:.2f}  {wall[-1]:.4f} s")
    print(f"median: cpu {statistics.median(cpu[options.warm:]):.4f} s, wall {statistics.median(wall[options.warm:]):.4f} s")


if __name__ == "__main__":
    main()
