// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/simulation/world/template_world.h"

#include "models/base/uuid7.h"
#include "models/feed/entity_codec.h"
#include "models/feed/entity_types.h"
#include "models/feed/feed_row.h"
#include "platform/sync/buffered_unit_of_work.h"
#include "platform/sync/feed_page.h"
#include "sync/store/local_store.h"
#include "sync/store/vault_disk.h"
#include "tests/simulation/disk/sim_sqlite_file_system.h"
#include "tests/simulation/world/dice.h"
#include "tests/simulation/world/process_settings.h"
#include "tests/simulation/world/sim_clock.h"
#include "tests/testing/seeded_randomness.h"

#include <vector>

namespace crema::simulation {

namespace {

constexpr int shops = 3;
constexpr int registersOfAll = 6;
constexpr int articles = 10;

Currency euros()
{
    return *Currency::fromCode(u"EUR");
}

/// Makes the world from one seed, part by part.
class Maker
{
public:
    explicit Maker(TemplateWorld &world) : m_world(world) { seedSqlite(1); }

    void make()
    {
        makeCompany();
        for (int number = 0; number < registersOfAll; ++number)
            makeRegister(number);
        makeArticles();
        for (int number = 0; number < registersOfAll; ++number)
            finish(number);
    }

private:
    template<class AnyId>
    AnyId newId()
    {
        return makeId<AnyId>(m_clock.now(), m_dice);
    }

    void publish(QStringView type, const QUuid &id, const QString &audience, const QJsonObject &entity)
    {
        m_world.database.publish({{type.toString(), id, audience, false, entity}});
    }

    void makeCompany()
    {
        m_company = {makeUuid7(m_clock.now(), m_dice), QStringLiteral("Simulated"), euros()};
        publish(entity::company, m_company.id, platform::companyAudience(), codec::toJson(m_company));
        m_taxClass = {newId<TaxClassId>(), QStringLiteral("Food"), TaxRate(700), true};
        publish(entity::taxClass, m_taxClass.id.value(), platform::companyAudience(), codec::toJson(m_taxClass));
        for (int number = 0; number < shops; ++number) {
            Location shop;
            shop.id = newId<LocationId>();
            shop.code = QStringLiteral("SHOP%1").arg(number + 1);
            shop.name = shop.code;
            shop.currency = euros();
            shop.country = QStringLiteral("DE");
            shop.timeZone = "Europe/Berlin";
            publish(entity::location, shop.id.value(), platform::companyAudience(), codec::toJson(shop));
            m_shops.append(shop);
        }
        m_world.person.id = newId<PersonId>();
        m_world.person.name = QStringLiteral("Ada");
        m_world.person.role = Role::Admin;
        m_world.person.permissions = permissionsOf(Role::Admin);
        publish(entity::person, m_world.person.id.value(), platform::companyAudience(), codec::toJson(m_world.person));
        m_world.database.state.people.insert(m_world.person.id, {m_world.person, 1});
    }

    void makeRegister(int number)
    {
        Made made;
        made.disk = std::make_unique<SimDisk>(TemplateWorld::rootOf(number), 1);
        made.vault = std::make_unique<sync::VaultDisk>(*made.disk, m_nonces);
        made.store = open(made);
        TemplateRegister reg;
        reg.location = m_shops.at(number % shops);
        reg.entry.id = newId<RegisterId>();
        reg.entry.location = reg.location.id;
        reg.entry.code = QString::number(number / shops + 1);
        reg.entry.name = QStringLiteral("Till %1").arg(number);
        reg.entry.device = made.store->place().device.id;
        publish(entity::registerType, reg.entry.id.value(), platform::audienceOf(reg.location.id),
                codec::toJson(reg.entry));
        m_world.database.devices.insert(reg.entry.device,
                                        {made.store->place().device.publicKey, reg.location.id, reg.entry.id, false});
        m_world.database.state.enrollers.insert(reg.entry.device, m_world.person.id);
        enrol(*made.store, reg);
        m_world.registers.append(reg);
        m_made.push_back(std::move(made));
    }

    void enrol(sync::LocalStore &store, const TemplateRegister &reg)
    {
        [[maybe_unused]] const Result<void> enrolled = store.write([&]() -> Result<void> {
            sync::EntityRows &rows = store.rows();
            rows.put({entity::company.toString(), m_company.id}, codec::toJson(m_company));
            rows.put({entity::location.toString(), reg.location.id.value()}, codec::toJson(reg.location));
            rows.put({entity::registerType.toString(), reg.entry.id.value()}, codec::toJson(reg.entry));
            rows.put({entity::person.toString(), m_world.person.id.value()}, codec::toJson(m_world.person));
            rows.put({entity::taxClass.toString(), m_taxClass.id.value()}, codec::toJson(m_taxClass));
            store.device().enroll(QStringLiteral("http://platform.test"), reg.location.id, reg.entry.id,
                                  m_world.person.id, Cursor{m_world.database.feedEpoch(), 0, 0}, std::nullopt);
            store.forgetPlace();
            return {};
        });
        Q_ASSERT(enrolled);
    }

    void makeArticles()
    {
        platform::BufferedUnitOfWork unit(m_world.database.begin());
        for (int number = 0; number < articles; ++number) {
            Product product;
            product.id = newId<ProductId>();
            product.name = QStringLiteral("Coffee %1").arg(number);
            Variant variant;
            variant.id = newId<VariantId>();
            variant.product = product.id;
            variant.sku = QStringLiteral("C-%1").arg(number);
            variant.price = Price{Money(250 + 110 * number, euros()), 1};
            unit.save(product);
            unit.save(variant);
            m_world.variants.append(variant);
        }
        unit.commit({});
    }

    /// What the register's first pulls bring; then it is switched off.
    void finish(int number)
    {
        TemplateRegister &reg = m_world.registers[number];
        Made &made = m_made[static_cast<std::size_t>(number)];
        made.store.reset();
        reg.freshDisk = made.disk->files().image();
        made.store = open(made);
        const QStringList audiences{platform::companyAudience(), platform::audienceOf(reg.location.id),
                                    platform::audienceOf(reg.entry.device)};
        for (bool more = true; more;) {
            const Cursor after = *made.store->place().device.cursor;
            const auto bytes = platform::readFeedPageBytes(m_world.database, after, audiences, 1'000);
            Q_ASSERT(bytes);
            const Result<FeedPage> page = readFeedPage(*bytes);
            Q_ASSERT(page);
            [[maybe_unused]] const Result<void> applied = made.store->applyPage(*page);
            Q_ASSERT(applied);
            made.store->forgetPlace();
            more = page->more;
        }
        made.store.reset();
        reg.disk = made.disk->files().image();
        made.vault.reset();
        made.disk.reset();
    }

    struct Made {
        std::unique_ptr<SimDisk> disk;
        std::unique_ptr<sync::VaultDisk> vault;
        std::unique_ptr<sync::LocalStore> store;
    };

    std::unique_ptr<sync::LocalStore> open(const Made &made)
    {
        auto store = sync::LocalStore::open(
            {made.disk->path("store.sqlite"), sync::OpenMode::ReadWrite, QStringLiteral("simulation"), euros()},
            m_clock, m_dice, *made.vault);
        if (!store)
            qFatal("%s: %s", qPrintable(store.error().code), qPrintable(store.error().message));
        return *std::move(store);
    }

    TemplateWorld &m_world;
    std::vector<Made> m_made;
    crema::testing::SeededRandomness m_nonces{1};
    Scheduler m_scheduler;
    SimClock m_clock{m_scheduler, QUuid()};
    Dice m_dice{1};
    Company m_company;
    TaxClass m_taxClass;
    QList<Location> m_shops;
};

} // namespace

const TemplateWorld &TemplateWorld::instance()
{
    static const TemplateWorld &world = *[] {
        prepareProcess();
        auto *made = new TemplateWorld;
        Maker(*made).make();
        return made;
    }();
    return world;
}

} // namespace crema::simulation
