// SPDX-License-Identifier: MIT
// 6 and 7: the knots of each way in the order in which the pen passes them.
#include "data/hand/ways.h"

namespace mlp {
namespace {

constexpr Join C = Join::kCorner;
constexpr Join L = Join::kLift;

constexpr Knot k6Straight[] = {{40, 0},  {18, 32}, {6, 66},  {12, 92}, {32, 100},
                               {49, 84}, {45, 64}, {28, 57}, {10, 72}};
constexpr Knot k6Curled[] = {{52, 8},   {36, 0},  {14, 22}, {4, 60},  {12, 92},
                             {32, 100}, {50, 84}, {46, 62}, {28, 54}, {8, 70}};
constexpr Knot k6Upright[] = {{14, 0},  {7, 34},  {4, 70},  {14, 96}, {32, 98},
                              {48, 80}, {42, 62}, {26, 62}, {8, 82}};
constexpr Knot k6Inner[] = {{24, 0},  {8, 36},  {4, 68},  {16, 92}, {40, 92},
                            {56, 70}, {50, 52}, {34, 62}, {26, 88}};
constexpr Knot k6LowBowl[] = {{10, 0},  {4, 40},  {6, 80},  {24, 98}, {52, 92},
                              {58, 72}, {42, 62}, {22, 72}, {10, 90}};
constexpr Knot k6Wide[] = {{30, 0},  {12, 30}, {2, 68},  {16, 96}, {44, 98},
                           {64, 80}, {54, 62}, {32, 64}, {16, 84}};
constexpr Knot k6Flat[] = {{44, 0},  {20, 26}, {4, 62},  {10, 88}, {34, 98},
                           {58, 86}, {60, 70}, {40, 64}, {14, 78}, {8, 86}};
constexpr Knot k6Closed[] = {{38, 0},  {16, 34}, {4, 70},  {14, 96}, {34, 98},
                             {46, 80}, {38, 60}, {22, 62}, {12, 80}, {20, 96}};
constexpr Knot k6SmallBowl[] = {{46, 0},  {22, 30}, {6, 70},  {10, 94}, {26, 100},
                                {42, 90}, {40, 76}, {24, 74}, {8, 90}};
constexpr Knot k6BigBowl[] = {{34, 0},  {14, 18}, {2, 56},  {12, 92}, {38, 98},
                              {60, 76}, {54, 48}, {30, 42}, {6, 62}};
constexpr Knot k6Hooked[] = {{56, 16},  {50, 2},  {34, 2},  {14, 26}, {4, 62}, {14, 94},
                             {34, 100}, {52, 84}, {46, 62}, {28, 54}, {8, 72}};
constexpr Knot k6HookedDeep[] = {{60, 30},  {54, 6},  {36, -2}, {12, 22}, {2, 60}, {14, 94},
                                 {36, 100}, {54, 82}, {48, 58}, {28, 52}, {6, 66}};
constexpr Knot k6OpenBowl[] = {{40, 0},   {18, 32}, {6, 66},  {12, 92},
                               {32, 100}, {49, 84}, {47, 68}, {36, 60}};
constexpr Knot k6OpenBowlWide[] = {{52, 4},   {24, 26}, {4, 62},  {10, 92},
                                   {34, 102}, {58, 88}, {58, 68}, {42, 58}};
constexpr Knot k6Looped[] = {{34, 0},  {14, 36}, {4, 72},  {18, 98}, {40, 92},
                             {48, 72}, {36, 58}, {16, 66}, {-4, 82}};
constexpr Knot k6LoopedHigh[] = {{44, 0},  {22, 30}, {6, 66},  {16, 96}, {42, 96},
                                 {54, 74}, {40, 52}, {16, 54}, {-10, 66}};
constexpr Way k6[] = {
    {"straight", 4, 2, k6Straight},
    {"curled", 3, 2, k6Curled},
    {"upright", 3, 1, k6Upright},
    {"inner stroke", 2.5F, 1, k6Inner},
    {"low bowl", 1.5F, 1, k6LowBowl},
    {"wide", 1.5F, 1, k6Wide},
    {"flat", 1.5F, 0.7F, k6Flat},
    {"closed", 1.5F, 1.5F, k6Closed},
    {"small bowl", 1, 1, k6SmallBowl},
    {"big bowl", 1, 1, k6BigBowl},
    {"hooked", 0.1F, 1, k6Hooked, k6HookedDeep},
    {"open bowl", 0.1F, 0.7F, k6OpenBowl, k6OpenBowlWide},
    {"looped", 0.2F, 1, k6Looped, k6LoopedHigh},
};
static_assert(are_sound(k6));

constexpr Knot k7Plain[] = {{2, 6}, {28, 4}, {56, 2, C}, {40, 46}, {28, 100}};
constexpr Knot k7Round[] = {{4, 12}, {28, 3}, {50, 5}, {48, 24}, {34, 58}, {26, 100}};
constexpr Knot k7Serifed[] = {{2, 24}, {5, 5, C}, {30, 4}, {56, 2, C}, {40, 46}, {28, 100}};
constexpr Knot k7Wide[] = {{0, 10}, {40, 4}, {80, 0, C}, {54, 40}, {36, 90}};
constexpr Knot k7Hooked[] = {{2, 28}, {6, 10}, {22, 4}, {44, 8}, {54, 4, C}, {40, 42}, {24, 100}};
constexpr Knot k7Drooping[] = {{2, 20}, {14, 6}, {36, 0}, {52, 10}, {52, 34}, {46, 66}, {40, 100}};
constexpr Knot k7Arch[] = {{0, 32}, {6, 8}, {30, 0}, {48, 14}, {42, 50}, {38, 100}};
constexpr Knot k7Crossed[] = {{2, 6},       {28, 4},  {56, 2, C}, {40, 46},
                              {28, 100, L}, {22, 46}, {50, 42}};
constexpr Knot k7CrossedLow[] = {{0, 8},       {28, 4},  {58, 0, C}, {38, 46},
                                 {24, 100, L}, {-2, 84}, {66, 74}};
constexpr Knot k7SerifedCrossed[] = {{2, 14},  {5, 5, C},    {30, 4},  {56, 2, C},
                                     {40, 46}, {28, 100, L}, {20, 46}, {52, 42}};
constexpr Knot k7SerifedCrossedLow[] = {{0, 38},  {6, 2, C},    {30, 4},  {60, 0, C},
                                        {38, 46}, {22, 100, L}, {-4, 84}, {62, 74}};
constexpr Knot k7CrossedRound[] = {{4, 14},  {12, 4},      {30, 6},  {52, 2, C},
                                   {38, 40}, {30, 100, L}, {18, 50}, {52, 46}};
constexpr Knot k7CrossedRoundLow[] = {{-2, 26}, {8, 6},       {28, 0}, {50, 8, C},
                                      {40, 44}, {26, 100, L}, {0, 82}, {60, 72}};
constexpr Knot k7CrossedWave[] = {{0, 18},  {10, 2},      {26, 8},  {44, 10}, {58, 0, C},
                                  {42, 42}, {30, 100, L}, {18, 50}, {54, 46}};
constexpr Knot k7CrossedWaveLow[] = {{-6, 30}, {6, 0},       {26, 12}, {42, 14}, {62, -2, C},
                                     {40, 44}, {22, 102, L}, {-2, 82}, {62, 72}};
constexpr Knot k7CrossedBent[] = {{2, 10},  {28, 2},      {54, 6, C}, {38, 36},
                                  {30, 66}, {30, 100, L}, {16, 50},   {54, 44}};
constexpr Knot k7CrossedBentLow[] = {{-6, 14}, {26, 2},      {56, 2, C}, {30, 30},
                                     {18, 64}, {16, 100, L}, {-12, 82},  {52, 70}};
constexpr Knot k7CrossedArch[] = {{2, 20},  {14, 4},      {36, 0},  {52, 12}, {46, 40},
                                  {34, 68}, {28, 100, L}, {20, 50}, {58, 44}};
constexpr Knot k7CrossedArchLow[] = {{-6, 34}, {6, 6},       {34, -2}, {54, 16}, {50, 44},
                                     {40, 72}, {36, 100, L}, {8, 82},  {70, 72}};
constexpr Way k7[] = {
    {"plain", 5, 1, k7Plain},
    {"round", 4, 1, k7Round},
    {"serifed", 1.5F, 1.5F, k7Serifed},
    {"wide", 1, 0.5F, k7Wide},
    {"hooked", 1, 1, k7Hooked},
    {"drooping", 1, 0.7F, k7Drooping},
    {"arch", 0.8F, 0.7F, k7Arch},
    {"crossed", 2, 2.5F, k7Crossed, k7CrossedLow},
    {"serifed and crossed", 0.6F, 2.5F, k7SerifedCrossed, k7SerifedCrossedLow},
    {"crossed, round", 0.4F, 2, k7CrossedRound, k7CrossedRoundLow},
    {"crossed, wavy", 0.1F, 1.5F, k7CrossedWave, k7CrossedWaveLow},
    {"crossed, bent", 0.1F, 2, k7CrossedBent, k7CrossedBentLow},
    {"crossed, arched", 0.1F, 1.5F, k7CrossedArch, k7CrossedArchLow},
};
static_assert(are_sound(k7));

}  // namespace

std::span<const Way> ways_of_6() { return k6; }
std::span<const Way> ways_of_7() { return k7; }

}  // namespace mlp
