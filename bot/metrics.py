"""Figures for Prometheus: how much, how long, how old; never who or which lead."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from prometheus_client import CONTENT_TYPE_LATEST, CollectorRegistry, Histogram, generate_latest
from prometheus_client.core import GaugeMetricFamily, Metric
from prometheus_client.registry import Collector

from handlers.parcel import Backlog

BUCKETS_S = (0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1.0, 2.5, 5.0)


@dataclass(frozen=True, slots=True)
class WritingFigures:
    """What waits to be written to one CRM."""

    waiting: int = 0
    parked: int = 0
    """What waits for its person's decision."""
    oldest_s: float = 0.0
    """How long the oldest that waits has waited."""


@dataclass(frozen=True, slots=True)
class CrmFigures:
    """How far our copy of one CRM is."""

    system: str
    lag_s: float | None
    """Since when our copy may be behind; None before the first load is done."""
    in_trouble: bool
    succeeded_s: float | None = None
    """When the last look that came to its end began, in seconds since 1970."""
    writing: WritingFigures = WritingFigures()


class Metrics:
    """The figures of one running process."""

    media_type = CONTENT_TYPE_LATEST

    def __init__(
        self, outbox: Callable[[], Backlog], crms: Callable[[], Sequence[CrmFigures]] = tuple
    ) -> None:
        """Ask the outbox and how far the CRMs are whenever somebody asks us."""
        self._registry = CollectorRegistry()
        self._registry.register(_OutboxCollector(outbox))
        self._registry.register(_CrmCollector(crms))
        self._presses = Histogram(
            "leadloop_press_seconds",
            "From a press, a form or a sentence to its answer.",
            ["platform"],
            buckets=BUCKETS_S,
            registry=self._registry,
        )

    def presses(self, platform: str) -> Callable[[float], None]:
        """Give what counts an answer on this platform, and the seconds it took."""
        return self._presses.labels(platform).observe

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


class _CrmCollector(Collector):
    def __init__(self, crms: Callable[[], Sequence[CrmFigures]]) -> None:
        self._crms = crms

    def describe(self) -> Iterator[Metric]:
        """Name the figures without asking the database for them."""
        return iter(self._empty())

    def _empty(self) -> tuple[GaugeMetricFamily, ...]:
        return (
            GaugeMetricFamily(
                "leadloop_crm_lag_seconds",
                "How old our copy of the CRM is; absent before its first load is done.",
                labels=["system"],
            ),
            GaugeMetricFamily(
                "leadloop_crm_in_trouble", "Whether the last look failed.", labels=["system"]
            ),
            GaugeMetricFamily(
                "leadloop_crm_last_success_timestamp_seconds",
                "When the last look that came to its end began; absent before the first.",
                labels=["system"],
            ),
            GaugeMetricFamily(
                "leadloop_crm_writes",
                "Confirmed values that are not in the CRM: waiting, or parked for their person.",
                labels=["system", "state"],
            ),
            GaugeMetricFamily(
                "leadloop_crm_writes_oldest_seconds",
                "How long the oldest confirmed value has waited.",
                labels=["system"],
            ),
        )

    def collect(self) -> Iterator[Metric]:
        """Ask for the figures."""
        lag, trouble, success, writes, oldest = self._empty()
        for one in self._crms():
            trouble.add_metric([one.system], float(one.in_trouble))
            if one.lag_s is not None:
                lag.add_metric([one.system], one.lag_s)
            if one.succeeded_s is not None:
                success.add_metric([one.system], one.succeeded_s)
            writes.add_metric([one.system, "waiting"], one.writing.waiting)
            writes.add_metric([one.system, "parked"], one.writing.parked)
            oldest.add_metric([one.system], one.writing.oldest_s)
        yield from (lag, trouble, success, writes, oldest)
