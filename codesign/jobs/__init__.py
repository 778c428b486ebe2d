"""Many independent jobs, in processes of this machine or on the workers of a Dask scheduler.

A :class:`Job` names a function and its arguments; :func:`run` does those that a folder does not hold yet, and says
what each found or why it failed, with the path of its log. What a job finds does not depend on the order, on how many
workers there are, or on where they are. Nothing here knows what the jobs are about.
"""

from codesign.jobs.job import Job, Produced, key
from codesign.jobs.outcome import Failure, Outcome
from codesign.jobs.run import run
from codesign.jobs.workers import Workers, processors

__all__ = ["Failure", "Job", "Outcome", "Produced", "Workers", "key", "processors", "run"]
