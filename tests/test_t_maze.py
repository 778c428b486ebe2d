"""The T-maze, and policies that are trained in it: on short corridors, tested on long ones."""

from pathlib import Path
from typing import Any

import numpy as np
import pytest

from codesign import checkpoint
from codesign.errors import InputError
from codesign.jobs import Workers
from codesign.studies.recipe import Study
from codesign.studies.run import run_study
from codesign.tasks import t_maze
from codesign.tasks.t_maze import ACTIONS, ways
from codesign.training.recipe import checked

torch = pytest.importorskip("torch")

from codesign import nn  # noqa: E402
from codesign.tasks import policy  # noqa: E402
from codesign.training.loop import deterministic  # noqa: E402

RIGHT, UP, LEFT, DOWN = range(4)
CELLS = (nn.BMRU, nn.CMRU, nn.FQBMRU, nn.BRC, nn.NBRC, nn.MinGRU, nn.LRU, nn.GRU, nn.SRC, nn.AlphaCMRU)


class Policy(torch.nn.Module):
    """A memory and a readout that sees nothing else."""

    def __init__(self, memory: torch.nn.Module, units: int) -> None:
        super().__init__()
        self.memory, self.readout = memory, torch.nn.Linear(units, policy.OUTPUTS)

    def forward(self, observations: torch.Tensor, state: Any = None) -> tuple[torch.Tensor, Any]:
        signal, state = self.memory(observations, state)
        return self.readout(signal), state


def trained(cell: type[Any], seed: int, **optimisation: Any) -> tuple[Policy, tuple[policy.Point, ...]]:
    with deterministic(seed):
        network = Policy(cell(policy.INPUTS, 16, batch_first=True), 16)
        return network, policy.train(network, seed=seed, optimisation=policy.Optimisation(**optimisation))


def by_hand(cell: type[nn.Recurrent]) -> Policy:
    """One unit keeps the goal, one tells whether this is the junction. It steps right until there, then turns.

    The goal's unit is written at cell 0 only. The other is written wherever that changes it, so that a unit that counts
    its writes (CMRU) stays within two numbers: it begins at 0 and is written once, at the junction.
    """
    network = Policy(cell(policy.INPUTS, 2, batch_first=True), 2)
    with torch.no_grad():
        for parameter in network.parameters():
            parameter.zero_()
        layer = network.memory.layer(0)
        layer.weight.copy_(torch.tensor([[1.0, -1.0, 0.0, 0.0], [0.0, 0.0, 0.0, 1.0]]))
        layer.threshold_bias.fill_(0.5)
        layer.gain.fill_(1.0)
        network.readout.weight[UP] = torch.tensor([1.0, 4.0])
        network.readout.weight[DOWN] = torch.tensor([-1.0, 4.0])
        network.readout.bias[RIGHT] = 3.0
    return network.eval()


def single(length: int, goal: int) -> t_maze.Episodes:
    return t_maze.Episodes(np.array([length]), np.array([goal]))


def step(episodes: t_maze.Episodes, action: int) -> tuple[float, bool]:
    done = episodes.step(np.array([action]))
    return float(done.rewards[0]), bool(done.ended[0])


@pytest.mark.parametrize("goal", [0, 1])
def test_a_walk_along_every_wall(goal: int) -> None:
    maze = single(2, goal)
    seen = lambda: t_maze.OBSERVATIONS[int(maze.observe()[0].argmax())]  # noqa: E731
    assert maze.observe().sum() == 1
    assert seen() == ("up", "down")[goal]
    for wall in (UP, DOWN, LEFT):
        assert step(maze, wall) == (pytest.approx(-0.1), False)
        assert maze.positions[0] == 0
    assert step(maze, RIGHT) == (0, False)
    assert seen() == "corridor"
    for wall in (UP, DOWN):
        assert step(maze, wall) == (pytest.approx(-0.1), False)
        assert seen() == "corridor"
    assert step(maze, RIGHT) == (0, False)
    assert seen() == "junction"
    assert step(maze, RIGHT) == (pytest.approx(-0.1), False)
    assert step(maze, LEFT) == (0, False)
    assert seen() == "corridor"
    assert step(maze, RIGHT) == (0, False)
    assert step(maze, (UP, DOWN)[goal]) == (4.0, True)
    assert (maze.right[0], maze.wrong[0], maze.steps[0]) == (True, False, 11)
    assert step(maze, RIGHT) == (0, False)
    assert maze.steps[0] == 11


def test_the_wrong_exit_ends_too_and_so_does_the_limit() -> None:
    maze = single(1, 0)
    step(maze, RIGHT)
    assert step(maze, DOWN) == (pytest.approx(-0.1), True)
    assert (maze.right[0], maze.wrong[0]) == (False, True)
    maze = single(4, 0)
    ends = [step(maze, LEFT)[1] for _ in range(22)]
    assert ends == [False] * 21 + [True]
    assert not maze.right[0]
    assert not maze.wrong[0]


def test_both_goals_look_alike_after_cell_0_and_no_clock_is_seen() -> None:
    up, down = single(6, 0), single(6, 1)
    assert (up.observe() != down.observe()).any()
    shown = []
    for _ in range(6):
        step(up, RIGHT)
        step(down, RIGHT)
        assert (up.observe() == down.observe()).all()
        shown.append(up.observe()[0])
    assert (np.array(shown[:-1]) == shown[0]).all()


def test_episodes_do_not_disturb_each_other() -> None:
    random = np.random.default_rng(3)
    lengths, goals = random.integers(1, 6, size=40), random.integers(2, size=40)
    actions = random.choice(4, p=[0.5, 0.2, 0.1, 0.2], size=(40, 30))
    together = t_maze.Episodes(lengths, goals)
    rewards = np.stack([together.step(column).rewards for column in actions.T], axis=1)
    for index in range(40):
        alone = single(lengths[index], goals[index])
        assert [step(alone, action)[0] for action in actions[index]] == rewards[index].tolist()
    assert 0 < together.right.sum() < 40
    assert not (together.right & together.wrong).any()


def test_noise_is_what_was_asked_for_and_comes_from_the_seed() -> None:
    def seen(seed: int) -> np.ndarray[Any, Any]:
        lengths = np.full(5000, 3)
        maze = t_maze.Episodes(lengths, lengths * 0, noise=0.25, random=np.random.default_rng(seed))
        return maze.observe() - np.array([1, 0, 0, 0])

    assert seen(1).std() == pytest.approx(0.25, rel=0.05)
    assert (seen(1) == seen(1)).all()
    assert (seen(1) != seen(2)).any()


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        ({"lengths": [0, 3], "goals": [0, 1]}, "at least 1 per episode"),
        ({"lengths": [1, 3], "goals": [0, 2]}, "goals 0 (up) or 1 (down)"),
        ({"lengths": [1], "goals": [0, 1]}, "one number of at least 1"),
        ({"lengths": [1], "goals": [0], "noise": 0.1}, "noise needs a generator"),
        ({"lengths": [1], "goals": [0], "noise": -0.1}, "noise is -0.1"),
    ],
)
def test_episodes_that_cannot_be(arguments: dict[str, Any], message: str) -> None:
    arguments = {name: np.array(value) if isinstance(value, list) else value for name, value in arguments.items()}
    with pytest.raises(InputError) as error:
        t_maze.Episodes(**arguments)
    assert message in str(error.value)


def test_an_action_that_is_none() -> None:
    with pytest.raises(InputError, match=r"one action of 0\.\.3 per episode"):
        single(3, 0).step(np.array([4]))


@pytest.mark.parametrize("cell", [nn.BMRU, nn.CMRU])
def test_two_discrete_units_are_enough_for_any_length(cell: type[nn.Recurrent]) -> None:
    lengths = (1, 2, 10, 1000)
    found = policy.success_by_length(by_hand(cell), lengths)
    assert found == tuple(policy.Success(length=length, right=1.0, wrong=0.0) for length in lengths)


@pytest.mark.parametrize("cell", [nn.BMRU, nn.CMRU])
def test_with_a_discrete_memory_the_corridor_changes_nothing(cell: type[nn.Recurrent]) -> None:
    """Outputs are the very same numbers in each cell of the corridor, and at the junction whatever its length."""
    network, junctions = by_hand(cell), []
    for length in (2, 1000):
        rollout = policy.roll_out(network, t_maze.Episodes(np.full(2, length), np.array([0, 1])))
        assert rollout is not None
        corridor = rollout.logits[:, 1:length]
        assert (corridor == corridor[:, :1]).all()
        assert rollout.rewards.sum(axis=1).tolist() == [4.0, 4.0]
        assert rollout.valid.shape == (2, length + 1)
        junctions.append(rollout.logits[:, length])
    assert (junctions[0] == junctions[1]).all()


def test_a_policy_without_memory_is_right_half_of_the_time_at_most() -> None:
    """Every map from what is seen now to a turn: none tells the two goals apart."""
    for turn in range(4):

        class Reactive(torch.nn.Module):
            def forward(self, observations: torch.Tensor, state: Any = None) -> tuple[torch.Tensor, Any]:
                table = torch.zeros(4, policy.OUTPUTS)
                table[:3, RIGHT] = 1
                table[3, turn] = 1  # noqa: B023
                return observations @ table, None

        for found in policy.success_by_length(Reactive(), (1, 5, 20)):
            assert found.right <= 0.5


@pytest.mark.parametrize("cell", CELLS)
def test_step_by_step_and_all_at_once_give_the_same_policy(cell: type[nn.Recurrent]) -> None:
    torch.manual_seed(4)
    network = Policy(cell(policy.INPUTS, 8, batch_first=True), 8)
    random = np.random.default_rng(5)
    episodes = t_maze.Episodes(np.arange(1, 9), np.arange(8) % 2)
    rollout = policy.roll_out(network, episodes, random)
    assert rollout is not None
    with torch.no_grad():
        outputs, _ = network(torch.from_numpy(rollout.observations))
    np.testing.assert_allclose(outputs[..., :4].numpy(), rollout.logits, atol=1e-5)
    assert rollout.valid.sum(axis=1).tolist() == episodes.steps.tolist()
    assert (rollout.rewards[~rollout.valid] == 0).all()


def test_actions_are_drawn_as_likely_as_the_policy_says() -> None:
    class Fixed(torch.nn.Module):
        def forward(self, observations: torch.Tensor, state: Any = None) -> tuple[torch.Tensor, Any]:
            wanted = torch.log(torch.tensor([0.1, 0.2, 0.3, 0.4, 1.0])) + 7
            return wanted.expand(*observations.shape[:2], -1), None

    episodes = t_maze.Episodes(np.full(2000, 1000), np.zeros(2000, dtype=np.int64))
    episodes.steps += t_maze.limit(episodes.lengths) - 10
    rollout = policy.roll_out(Fixed(), episodes, np.random.default_rng(6))
    assert rollout is not None
    found = np.bincount(rollout.actions.ravel()) / rollout.actions.size
    np.testing.assert_allclose(found, [0.1, 0.2, 0.3, 0.4], atol=0.015)


def test_advantages_are_those_of_their_definition() -> None:
    """With lambda 1 they are the discounted rewards to the end less the value; with 0 the error of one step."""
    torch.manual_seed(7)
    network = Policy(torch.nn.GRU(4, 4, batch_first=True), 4)
    episodes = t_maze.Episodes(np.array([1, 3, 2]), np.array([0, 1, 1]))
    rollout = policy.roll_out(network, episodes, np.random.default_rng(8))
    assert rollout is not None
    values = np.random.default_rng(9).normal(size=rollout.rewards.shape).astype(np.float32)
    discount = 0.9
    to_end = policy._advantages(rollout, values, policy.Learning(discount=discount, trace=1.0))
    one_step = policy._advantages(rollout, values, policy.Learning(discount=discount, trace=0.0))
    for index, count in enumerate(episodes.steps):
        rewards = rollout.rewards[index, :count].astype(np.float64)
        for at in range(count):
            wanted = sum(discount ** (later - at) * rewards[later] for later in range(at, count)) - values[index, at]
            assert to_end[index, at] == pytest.approx(wanted, abs=1e-5)
            following = discount * values[index, at + 1] if at + 1 < count else 0.0
            assert one_step[index, at] == pytest.approx(rewards[at] + following - values[index, at], abs=1e-5)
        assert (to_end[index, count:] == 0).all()


def test_a_trained_bmru_keeps_the_goal_a_hundred_times_longer_than_it_ever_had_to() -> None:
    network, curve = trained(nn.BMRU, 101, updates=150)
    assert [point.update for point in curve] == list(range(1, 151))
    assert curve[0].success < 0.5
    assert np.mean([point.success for point in curve[-20:]]) > 0.8
    assert [found.right for found in policy.success_by_length(network, (10, 1000))] == [1.0, 1.0]


def test_the_same_seed_gives_the_same_policy() -> None:
    first, second, other = (trained(nn.MinGRU, seed, updates=5, episodes=8) for seed in (11, 11, 12))
    assert first[1] == second[1]
    assert first[1] != other[1]
    for ours, theirs in zip(first[0].parameters(), second[0].parameters(), strict=True):
        assert torch.equal(ours, theirs)


def test_plain_modules_of_torch_can_be_trained() -> None:
    network, curve = trained(torch.nn.GRU, 13, updates=40, episodes=32)
    assert curve[-1].mean_return > curve[0].mean_return + 1
    drawn = policy.success_by_length(network, (5,), episodes=20, draw=True, seed=1)
    assert drawn == policy.success_by_length(network, (5,), episodes=20, draw=True, seed=1)
    assert 0 <= drawn[0].right + drawn[0].wrong <= 1


def test_a_policy_can_be_warmed_up() -> None:
    found = []
    for warm_up in (None, {"updates": 3, "measured_steps": 10, "constant_steps": 20}):
        with deterministic(14):
            network = Policy(nn.GRU(policy.INPUTS, 8, batch_first=True), 8)
            short = policy.Optimisation(updates=2, episodes=8)
            found.append(policy.train(network, seed=14, optimisation=short, warm_up=warm_up))
    assert found[0] != found[1]
    with pytest.raises(InputError, match="warm-up: "):
        policy.train(network, seed=14, warm_up={"update": 3})


def test_settings_that_cannot_be() -> None:
    with pytest.raises(ValueError, match="above longest"):
        policy.Learning(shortest=11, longest=10)
    with pytest.raises(InputError, match="an even number of at least 2"):
        policy.success_by_length(by_hand(nn.BMRU), (3,), episodes=1)


def test_a_loss_that_is_no_number_ends_the_training() -> None:
    network = by_hand(nn.BMRU)
    with torch.no_grad():
        network.readout.bias[-1] = float("nan")
    with pytest.raises(InputError, match="diverged in update 1; lower the learning rate"):
        policy.train(network, seed=1, optimisation=policy.Optimisation(updates=2, episodes=2))


def test_a_way_through_the_maze_is_a_data_set() -> None:
    from codesign import data

    for length in (1, 4, 1000):
        observations, actions = ways(length)
        assert observations.shape == (2, length + 1, 4)
        assert observations.sum(axis=2).tolist() == [[1] * (length + 1)] * 2
        np.testing.assert_array_equal(observations[:, 0, :2], np.eye(2))
        assert observations[:, 1:length, 2].all()
        assert observations[:, length, 3].all()
        assert [ACTIONS[action] for action in actions[:, -1]] == ["up", "down"]
        assert {ACTIONS[action] for action in actions[:, :-1].flat} == {"right"}
        test = data.load(f"t_maze_{length}", "test")
        np.testing.assert_array_equal(test.images, observations)
        np.testing.assert_array_equal(test.labels, actions[:, -1])
    assert data.classes("t_maze_4") == ACTIONS


def test_a_quantised_policy_is_exported_and_its_twin_walks(tmp_path: Path) -> None:
    """Few updates: whether it is right does not matter here, only that PyTorch, twin and RTL do the same."""
    study = checked(
        Study,
        {
            "version": 1, "name": "short", "title": "short", "trainer": "t_maze", "task": "t_maze",
            "task_parameters": {"tested": [30, 5]}, "structure": {"blocks": 1}, "parameters": 300, "seeds": [1],
            "training": {"updates": 20, "batch": 16, "learning_rate": 0.02},
            "verification": {"target": "verilog", "samples": 2},
            "variants": {"bmru": {"cell": "bmru", "quantised": True}},
        },
        "study",
    )  # fmt: skip
    runs = run_study(study, tmp_path, workers=Workers(count=0))
    result = runs.results["bmru", 1]
    assert not runs.failures
    assert result["integer"]["differ"] == 0
    assert result["integer"]["samples"] == 4
    assert result["verify"]["passed"]
    network = checkpoint.load(tmp_path / "runs" / "bmru" / "1.safetensors")
    assert network.classes == ACTIONS
    assert network.task == "t_maze_30"
    assert result["verify"]["states"] == 2 * 31 * network.layers[1].outputs
