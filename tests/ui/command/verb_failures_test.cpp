// SPDX-License-Identifier: GPL-3.0-or-later
// What is wrong ends with its exit code and one problem on standard error, and nothing on standard output.
#include "tests/ui/command/verbs_fixture.h"

#include <gtest/gtest.h>

namespace crema::command {
namespace {

struct FailureCase {
    const char *line;
    int exitCode;
};

class VerbFailures : public Verbs, public ::testing::WithParamInterface<FailureCase>
{};

TEST_P(VerbFailures, SayWhatToDoOnStandardErrorOnly)
{
    const QString line = QString::fromUtf8(GetParam().line);
    const Ran asJson = run(line + u" --json"_s);
    EXPECT_EQ(asJson.exitCode, GetParam().exitCode) << asJson.err.constData();
    EXPECT_TRUE(asJson.out.isEmpty()) << asJson.out.constData();
    EXPECT_FALSE(asJson.error().value(u"code").toString().isEmpty()) << asJson.err.constData();
    EXPECT_FALSE(asJson.error().value(u"message").toString().isEmpty());
    EXPECT_TRUE(asJson.error().value(u"details").isArray());
    const Ran forPeople = run(line);
    EXPECT_EQ(forPeople.exitCode, GetParam().exitCode);
    EXPECT_TRUE(forPeople.out.isEmpty());
    EXPECT_TRUE(forPeople.err.startsWith("crema: ")) << forPeople.err.constData();
}

INSTANTIATE_TEST_SUITE_P(
    CommandLine, VerbFailures,
    ::testing::Values(
        FailureCase{"product show NOPE", 3}, FailureCase{"product edit NOPE price=1", 3},
        FailureCase{"product import /nowhere/x.csv", 3}, FailureCase{"product create --name X --sku Y --price -4", 2},
        FailureCase{"shift open --float 10000", 4}, FailureCase{"sale create --line NOPE --tender cash:1", 3},
        FailureCase{"sale create --line A*0 --tender cash:1", 2},
        FailureCase{"sale create --line A*-1 --tender cash:1", 2},
        FailureCase{"sale create --line A*99999999999 --tender cash:1", 2},
        FailureCase{"sale create --line A --discount 10% --tender cash:1", 2},
        FailureCase{"sale create --line A --discount 1:200% --tender cash:1", 2},
        FailureCase{"sale create --line A --discount cart:-5 --tender cash:1", 2},
        FailureCase{"sale create --line A --tender gold:1", 2}, FailureCase{"sale create --line A", 2},
        FailureCase{"sale refund NOPE-1-000001", 3}, FailureCase{"sale refund X --to gold", 2},
        FailureCase{"sale refund X --fee -1", 2}, FailureCase{"sale refund", 2},
        FailureCase{"sale show NOPE-1-000001", 3}, FailureCase{"payment show nothing", 3},
        FailureCase{"payment cancel nothing", 3}, FailureCase{"payment settle nothing --as paid --reason x", 3},
        FailureCase{"payment settle nothing --as maybe --reason x", 2}, FailureCase{"payment ask", 2},
        FailureCase{"payment ask --amount 100 --timeout 3", 2}, FailureCase{"sync run", 4},
        FailureCase{"sync resolve 0193f6a0-0000-7000-8000-000000000079 --keep mine", 3},
        FailureCase{"sync resolve X --keep theirs --value 3", 2}, FailureCase{"sync resolve X --keep mine --retry", 2},
        FailureCase{"sync resolve X --set-aside --value 3", 2}, FailureCase{"sync resolve X --set-aside --retry", 2},
        FailureCase{"sync resolve X --keep ours", 2}, FailureCase{"sync resolve", 2}, FailureCase{"user show", 4},
        FailureCase{"user login ada@example.com", 2}, FailureCase{"password", 2}, FailureCase{"user authenticator", 2},
        FailureCase{"user confirm-authenticator", 2}, FailureCase{"session list", 2}, FailureCase{"session end", 2},
        FailureCase{"session end X --others", 2}, FailureCase{"session end --others", 2},
        FailureCase{"person show nobody", 3}, FailureCase{"person create --name Bea --role barista", 4},
        FailureCase{"person create --name Bea --role king", 2}, FailureCase{"person set-pin nobody --none", 3},
        FailureCase{"person badge nobody --none", 3}, FailureCase{"person badge nobody --out x.svg", 3},
        FailureCase{"person badge nobody", 2}, FailureCase{"person badge nobody --none --out x.svg", 2},
        FailureCase{"person erase nobody --yes", 2},
        FailureCase{"person erase 0193f6a0-0000-7000-8000-00000000001f --yes", 3},
        FailureCase{"person erase 0193f6a0-0000-7000-8000-00000000001f --reason boredom --yes", 2},
        FailureCase{"person disable nobody", 3}, FailureCase{"person edit nobody role=barista", 3},
        FailureCase{"role show nothing", 3}, FailureCase{"role create --name X --from king", 2},
        FailureCase{"role create --name X --from barista", 4},
        FailureCase{"role create --name X --from barista sells=yes", 2},
        FailureCase{"role create --name X --from barista prices.edit=maybe", 2},
        FailureCase{"promotion show nothing", 3}, FailureCase{"promotion import /nowhere/x.json", 3},
        FailureCase{"promotion import", 2}, FailureCase{"promotion disable nothing", 3},
        FailureCase{"price explain NOPE", 3}, FailureCase{"price explain NOPE --quantity 0", 2},
        FailureCase{"price explain NOPE --coupon %", 2}, FailureCase{"role edit nothing a=b", 3},
        FailureCase{"role retire nothing", 3}, FailureCase{"audit list", 4},
        FailureCase{"audit list --from yesterday", 2}, FailureCase{"audit list --until 2026-02-30", 2},
        FailureCase{"audit list --person nobody", 3}, FailureCase{"audit list --limit 0", 2},
        FailureCase{"config get colour", 3}, FailureCase{"setting list", 4}, FailureCase{"setting get till.colour", 3},
        FailureCase{"setting set till.lock_minutes 10", 4}, FailureCase{"setting history", 4},
        FailureCase{"config set currency QQQ", 2}, FailureCase{"config set platform.addresses shop", 2},
        FailureCase{"device enroll --platform nonsense --code X", 2},
        FailureCase{"device enroll --platform http://127.0.0.1:9", 2}, FailureCase{"device readmit", 2},
        FailureCase{"device enroll --platform http://127.0.0.1:9 --code K7QP-3M2X", 1}, FailureCase{"device code", 4},
        FailureCase{"device revoke MAIN-2 --reason lost", 4}, FailureCase{"device revoke MAIN-2 --reason eaten", 2},
        FailureCase{"device revoke MAIN-2", 2}, FailureCase{"device revoke --reason lost", 2},
        FailureCase{"device readmit-code MAIN-2", 4}, FailureCase{"device readmit-code", 2},
        FailureCase{"device rename MAIN-2 Door", 4}, FailureCase{"device rename MAIN-2", 2},
        FailureCase{"device move MAIN-2 --register 7", 4}, FailureCase{"device move", 2},
        FailureCase{"product list --fields nmae --sort nope --limit 1 --filter x --wait", 2}));

} // namespace
} // namespace crema::command
