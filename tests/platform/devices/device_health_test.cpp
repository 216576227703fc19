// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/devices/device_findings.h"
#include "platform/company/reference_writer.h"
#include "tests/platform/domain/services_fixture.h"

namespace crema::testing {
namespace {

class DeviceHealthRoutes : public ServicesTest
{
protected:
    DeviceHealth report(std::int64_t waiting = 0)
    {
        DeviceHealth health;
        health.boot = clock.bootId();
        health.monotonicMs = clock.monotonicMs();
        health.version = QStringLiteral("0.1.0");
        health.storeFormat = 5;
        health.waiting = waiting;
        health.waitingSales = waiting;
        return health;
    }

    /// A second place.
    LocationId moved()
    {
        Location garden = shop;
        garden.id = newId<LocationId>();
        garden.code = QStringLiteral("GARDEN");
        const auto connection = pool.borrow();
        platform::Transaction transaction(*connection);
        platform::ReferenceWriter writer(transaction);
        writer.save(garden);
        writer.finish();
        transaction.commit();
        return garden.id;
    }

    int tell(const QByteArray &token, const DeviceHealth &health)
    {
        return post("/api/v1/devices/health", codec::toJson(health), token).status;
    }

    http::Response ask(const QByteArray &token, const std::optional<Person> &person = std::nullopt)
    {
        const QByteArray query = person ? "?person=" + person->id.toString().toLatin1() : QByteArray();
        return get("/api/v1/devices/health" + query, token);
    }

    DeviceList list(const QByteArray &token)
    {
        const http::Response response = ask(token, manager);
        EXPECT_EQ(response.status, 200) << response.body.constData();
        return codec::readDeviceList(json(response)).value_or(DeviceList());
    }

    /// The token that a device renews by its key: it names nobody.
    QByteArray tokenOfNobody(const Applicant &applicant)
    {
        const http::Response challenge =
            post("/api/v1/devices/challenge", {{QStringLiteral("device"), applicant.device.toString()}});
        const http::Response token = askToken(applicant, json(challenge).value(QStringLiteral("nonce")).toString());
        return json(token).value(QStringLiteral("access_token")).toString().toLatin1();
    }
};

TEST_F(DeviceHealthRoutes, AManagerSeesEveryDeviceAndWhatItToldLast)
{
    const Applicant counter = newApplicant();
    ASSERT_EQ(enrol(counter, newCode()).status, 200);
    const QByteArray token = tokenOfNobody(counter);
    const QByteArray garden = enrolledToken();
    EXPECT_EQ(tell(token, report(14)), 200);
    clock.advance(3 * device_limit::dayMs);
    const DeviceList devices = list(tokenOfNobody(counter));
    ASSERT_EQ(devices.devices.size(), 2);
    EXPECT_EQ(devices.at, clock.now());
    const DeviceStanding &till = devices.devices.first();
    EXPECT_EQ(till.device, counter.device);
    EXPECT_EQ(till.name, QStringLiteral("Till at the door"));
    EXPECT_EQ(till.locationCode, shop.code);
    EXPECT_EQ(till.registerCode, QStringLiteral("1"));
    ASSERT_TRUE(till.health);
    EXPECT_EQ(till.health->waiting, 14);
    EXPECT_EQ(findingsOf(till, devices.at), QList{DeviceFinding::WorkIsSilent});
    EXPECT_EQ(findingsOf(devices.devices.last(), devices.at), QList{DeviceFinding::NeverHeard});
}

TEST_F(DeviceHealthRoutes, OnlyWhoManagesDevicesIsAnswered)
{
    const Applicant counter = newApplicant();
    ASSERT_EQ(enrol(counter, newCode()).status, 200);
    const QByteArray token = tokenOfNobody(counter);
    const Person barista = addPerson(Role::Barista, QStringLiteral("bo@example.org"));
    EXPECT_EQ(ask(token, manager).status, 200);
    EXPECT_EQ(code(ask(token)), QStringLiteral("devices.not_allowed"));
    EXPECT_EQ(ask(token, barista).status, 403);
    Person stranger = manager;
    stranger.id = newId<PersonId>();
    EXPECT_EQ(ask(token, stranger).status, 403);
}

TEST_F(DeviceHealthRoutes, OnlyDevicesOfThePersonsLocationsAreShown)
{
    const QByteArray token = enrolledToken();
    EXPECT_EQ(list(token).devices.size(), 1);
    EXPECT_TRUE(storage.standings({newId<LocationId>()}, 10).isEmpty());
    EXPECT_EQ(storage.standings({}, 10).size(), 1);
    EXPECT_EQ(storage.standings({newId<LocationId>(), shop.id}, 10).size(), 1);
    EXPECT_TRUE(storage.standings({}, 0).isEmpty());
}

/// A device in wrong hands names whom it likes: it is told of its own place only.
TEST_F(DeviceHealthRoutes, WhoDidNotSignInIsToldOfThisPlaceOnly)
{
    const QByteArray token = enrolledToken();
    const Till other = enrolTill();
    const QByteArray away = "update devices.device set location = '" + moved().toString().toLatin1() +
                            "' where id = '" + other.device.toString().toLatin1() + '\'';
    pool.borrow()->runScript(away);
    Person ada = addPerson(Role::Admin, QStringLiteral("ada@example.org"));
    ada.locations.clear();
    givePassword(ada, QStringLiteral("wet paper crane"));
    const DeviceList told = codec::readDeviceList(json(ask(token, ada))).value_or(DeviceList());
    EXPECT_EQ(told.devices.size(), 1);
    EXPECT_TRUE(told.isOfDevice);
    const http::Response signedIn = post(
        "/api/v1/auth/login",
        {{QStringLiteral("email"), ada.email}, {QStringLiteral("password"), QStringLiteral("wet paper crane")}}, token);
    const QByteArray own = json(signedIn).value(QStringLiteral("access_token")).toString().toLatin1();
    const DeviceList all = codec::readDeviceList(json(ask(own, ada))).value_or(DeviceList());
    EXPECT_EQ(all.devices.size(), 2);
    EXPECT_FALSE(all.isOfDevice);
}

TEST_F(DeviceHealthRoutes, ADeviceThatIsOutStaysInTheListAsTheLastButNotInTheGauges)
{
    const Till other = enrolTill();
    const QByteArray token = enrolledToken();
    EXPECT_EQ(list(token).devices.first().device, other.device) << "its register is the first";
    pool.borrow()->run("devices/revoke_device", {other.device, clock.now(), QStringLiteral("lost")});
    const QList<DeviceStanding> devices = list(token).devices;
    ASSERT_EQ(devices.size(), 2);
    EXPECT_FALSE(devices.first().shutOut);
    const ShutOut expected{clock.now(), ShutOutReason::Lost, {{1, QStringLiteral("1"), 0, 0, {}, false}}};
    EXPECT_EQ(devices.last().shutOut, expected);
    EXPECT_EQ(storage.standings({}, 1).first().device, devices.first().device) << "a bound leaves it out first";
    EXPECT_EQ(metrics.text().count("crema_device_info{"), 1);
}

TEST_F(DeviceHealthRoutes, AReportIsBoundedAndChecked)
{
    const QByteArray token = enrolledToken();
    EXPECT_EQ(code(post("/api/v1/devices/health", {}, token)), QStringLiteral("health.malformed"));
    DeviceHealth health = report();
    health.version = QString(61, QLatin1Char('1'));
    EXPECT_EQ(tell(token, health), 422);
    for (const auto &route : router.routes()) {
        if (route->info.name == QStringLiteral("report_device_health")) {
            EXPECT_EQ(route->info.bodyLimit, DeviceHealth::maxBytes);
        }
    }
}

TEST_F(DeviceHealthRoutes, PrometheusSeesEachRegisterOnce)
{
    const QByteArray token = enrolledToken();
    EXPECT_EQ(tell(token, report(14)), 200);
    const QByteArray labels = "{location=\"" + shop.code.toLatin1() + "\",register=\"1\"} ";
    const QByteArray first = metrics.text();
    EXPECT_TRUE(first.contains("crema_device_waiting_operations" + labels + "14")) << first.constData();
    EXPECT_TRUE(first.contains("crema_device_info{location=\"" + shop.code.toLatin1() +
                               "\",register=\"1\",store_format=\"5\",version=\"0.1.0\"} 1"));
    EXPECT_FALSE(first.contains("Till at the door"));
    clock.advance(60'000);
    DeviceHealth updated = report(0);
    updated.version = QStringLiteral("0.2.0");
    EXPECT_EQ(tell(token, updated), 200);
    const QByteArray second = metrics.text();
    EXPECT_TRUE(second.contains("crema_device_waiting_operations" + labels + "0"));
    EXPECT_EQ(second.count("crema_device_info{"), 1) << "the one of the old version is gone";
}

} // namespace
} // namespace crema::testing
