"""Figures for Prometheus: how much, how long, how old; never who or which lead."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from prometheus_client import CONTENT_TYPE_LATEST, CollectorRegistry, Histogram, generate_latest
from prometheus_client.core import GaugeMetricFamily, Metric
from prometheus_client.registry import Collector

from handlers.parcel import Backlog

BUCKETS_S = (0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1.0, 2.5, 5.0)


class Metrics:
    """The figures of one running process."""

    media_type = CONTENT_TYPE_LATEST

    def __init__(self, outbox: Callable[[], Backlog]) -> None:
        """Ask the outbox whenever somebody asks us."""
        self._registry = CollectorRegistry()
        self._registry.register(_OutboxCollector(outbox))
        self._presses = Histogram(
            "leadloop_press_seconds",
            "From a press, a form or a sentence to its answer.",
            ["platform"],
            buckets=BUCKETS_S,
            registry=self._registry,
        )

    def pressed(self, platform: str, seconds: float) -> None:
        """Count an answer."""
        self._presses.labels(platform).observe(seconds)

    def text(self) -> bytes:
        """Write all figures down; asks the database."""
        return generate_latest(self._registry)


class _OutboxCollector(Collector):
    def __init__(self, outbox: Callable[[], Backlog]) -> None:
        self._outbox = outbox

    def describe(self) -> Iterator[Metric]:
        """Name the figures without asking the database for them."""
        yield GaugeMetricFamily("leadloop_outbox_messages", "Messages that have not left yet.")
        yield GaugeMetricFamily(
            "leadloop_outbox_oldest_seconds", "How long the oldest waiting message has waited."
        )

    def collect(self) -> Iterator[Metric]:
        """Ask for the figures."""
        backlog = self._outbox()
        messages = GaugeMetricFamily(
            "leadloop_outbox_messages", "Messages that have not left yet.", labels=["state"]
        )
        messages.add_metric(["waiting"], backlog.waiting)
        messages.add_metric(["sending"], backlog.sending)
        messages.add_metric(["unsure"], backlog.unsure)
        messages.add_metric(["parked"], backlog.parked)
        yield messages
        yield GaugeMetricFamily(
            "leadloop_outbox_oldest_seconds",
            "How long the oldest waiting message has waited.",
            value=backlog.oldest.total_seconds(),
        )
