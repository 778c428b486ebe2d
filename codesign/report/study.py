"""What the JSON of every kind of study has."""

from pydantic import BaseModel, ConfigDict, Field

__all__ = ["StudyForm"]


class StudyForm(BaseModel):
    """Base of the forms; keys that a form does not name are for others."""

    model_config = ConfigDict(extra="ignore", frozen=True, allow_inf_nan=False)

    model: str = Field(default="", description="name of the network, empty where a study is of none")
    model_hash: str = Field(default="", description="SHA-256 of the network")
    technology: str = Field(default="", description="folder of circuits/")
    simulator: str = Field(default="", description="name and version")
    command: str = Field(default="", description="what makes it again")
